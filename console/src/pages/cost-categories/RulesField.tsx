/** The ordered rules of a cost category; every one can be moved and taken away with the keyboard too. */
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useEffect, useRef, useState } from "react";
import { ConditionsField } from "../../components/ConditionsField";
import { TextField } from "../../components/TextField";
import { useMessages } from "../../messages";
import { moved, newRule, readJson, type RuleDraft } from "./rules";

interface RulesFieldProps {
  rules: readonly RuleDraft[];
  change: (rules: RuleDraft[]) => void;
  tried: boolean;
}

export function RulesField({ rules, change, tried }: RulesFieldProps) {
  const m = useMessages();
  const t = m.costSetup.category;
  const box = useRef<HTMLDivElement>(null);
  const [next, setNext] = useState<{ id: number }>();
  // the pressed button may be gone or at rest now: the keyboard goes on at the rule itself
  useEffect(() => {
    if (next) box.current?.querySelector<HTMLElement>(`[data-draft="${next.id}"]`)?.focus();
  }, [next]);
  const move = (index: number, by: -1 | 1) => {
    change(moved(rules, index, by));
    setNext({ id: rules[index]!.id });
  };
  const remove = (index: number) => {
    change(rules.filter((_, at) => at !== index));
    const beside = rules[index + 1] ?? rules[index - 1];
    if (beside) setNext({ id: beside.id });
  };
  return (
    <div ref={box}>
      <SpaceBetween size="l">
        {rules.map((rule, index) => (
          <div key={rule.id} role="group" aria-label={t.rule(index + 1)} data-testid={`rule-${index + 1}`} className="draft" data-draft={rule.id} tabIndex={-1}>
            <SpaceBetween size="s">
              <Header
                variant="h3"
                actions={
                  <SpaceBetween direction="horizontal" size="xxs">
                    <Button iconName="angle-up" variant="icon" disabled={index === 0} ariaLabel={t.raise(index + 1)} onClick={() => move(index, -1)} />
                    <Button iconName="angle-down" variant="icon" disabled={index === rules.length - 1} ariaLabel={t.lower(index + 1)} onClick={() => move(index, 1)} />
                    <Button iconName="remove" variant="icon" ariaLabel={t.removeRule(index + 1)} onClick={() => remove(index)} />
                  </SpaceBetween>
                }
              >
                {t.rule(index + 1)}
              </Header>
              <RuleFields rule={rule} change={(part) => change(rules.map((one) => (one.id === rule.id ? { ...one, ...part } : one)))} tried={tried} />
            </SpaceBetween>
          </div>
        ))}
        <Button iconName="add-plus" data-testid="add-rule" onClick={() => change([...rules, newRule()])}>
          {t.addRule}
        </Button>
      </SpaceBetween>
    </div>
  );
}

function RuleFields({ rule, change, tried }: { rule: RuleDraft; change: (part: Partial<RuleDraft>) => void; tried: boolean }) {
  const m = useMessages();
  const t = m.costSetup.category;
  const inherits = (["LINKED_ACCOUNT_NAME", "TAG"] as const).map((value) => ({ value, label: t.inherits[value] }));
  const kinds = (["REGULAR", "INHERITED_VALUE"] as const).map((value) => ({ value, label: t.kinds[value] }));
  return (
    <SpaceBetween size="s">
      <Grid gridDefinition={[{ colspan: { default: 12, xs: 4 } }, { colspan: { default: 12, xs: 4 } }, { colspan: { default: 12, xs: 4 } }]}>
        <FormField label={t.kind} stretch>
          <Select
            selectedOption={kinds.find((kind) => kind.value === rule.kind)!}
            onChange={({ detail }) => change({ kind: detail.selectedOption.value === "INHERITED_VALUE" ? "INHERITED_VALUE" : "REGULAR" })}
            options={kinds}
          />
        </FormField>
        {rule.kind === "REGULAR" ? (
          <TextField label={t.ruleValue} id="rule-value" value={rule.value} set={(value) => change({ value })} missing={tried} />
        ) : (
          <FormField label={t.inheritFrom} stretch>
            <Select
              selectedOption={inherits.find((one) => one.value === rule.inherits) ?? null}
              onChange={({ detail }) => change({ inherits: detail.selectedOption.value === "TAG" ? "TAG" : "LINKED_ACCOUNT_NAME" })}
              options={inherits}
            />
          </FormField>
        )}
        {rule.kind === "INHERITED_VALUE" && rule.inherits === "TAG" ? (
          <TextField label={t.tagKey} id="rule-tag" value={rule.tagKey} set={(tagKey) => change({ tagKey })} missing={tried} />
        ) : (
          <Box />
        )}
      </Grid>
      {rule.kind === "INHERITED_VALUE" ? null : rule.json === undefined ? (
        <FormField label={t.conditions} stretch errorText={tried && rule.filter.length === 0 ? t.noConditions : undefined}>
          <ConditionsField conditions={rule} change={change} />
        </FormField>
      ) : (
        <FormField label={t.expression} description={t.expressionHint} stretch errorText={readJson(rule.json) ? undefined : t.badExpression}>
          <Textarea value={rule.json} rows={8} onChange={({ detail }) => change({ json: detail.value })} />
        </FormField>
      )}
    </SpaceBetween>
  );
}
