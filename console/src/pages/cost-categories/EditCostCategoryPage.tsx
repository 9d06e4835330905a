/** Creating a cost category, or changing one: its rules in order, its default value, its split charges. */
import type { CostCategory } from "@aws-sdk/client-cost-explorer";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { pagePaths } from "../../app/addresses";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { navigate, usePlace } from "../../app/router";
import { changeCategory, createCategory, readCategory } from "../../clients/cost-categories";
import { isUnserved } from "../../clients/failure";
import { Answered } from "../../components/Answered";
import { FormPage } from "../../components/FormPage";
import { TextField } from "../../components/TextField";
import { Unserved } from "../../components/Unserved";
import { useMessages } from "../../messages";
import { addMonths, monthName, monthOf } from "../../time/calendar";
import { CategoryMonth } from "./CategoryMonth";
import { newRule, type RuleDraft, ruleDraft, rulesOf, splitDraft, splitOf } from "./rules";
import { RulesField } from "./RulesField";
import { SplitsField } from "./SplitsField";

export default function EditCostCategoryPage() {
  const m = useMessages();
  const { query } = usePlace();
  const arn = query.get("arn") ?? undefined;
  const asked = useAsked(async () => (arn ? ((await readCategory(arn)) ?? null) : null), [arn]);
  if (isUnserved(asked.failure)) return <Unserved failure={asked.failure} what={m.costSetup.category.what} />;
  return (
    <Answered asked={asked} wholePage>
      {(category) => <CategoryForm key={category?.CostCategoryArn ?? ""} category={category} />}
    </Answered>
  );
}

function CategoryForm({ category }: { category: CostCategory | null }) {
  const m = useMessages();
  const t = m.costSetup.category;
  const { tell } = useNotices();
  const doing = useDoing();
  const [name, setName] = useState(category?.Name ?? "");
  const [defaultValue, setDefaultValue] = useState(category?.DefaultValue ?? "");
  const [from, setFrom] = useState(category?.EffectiveStart?.slice(0, 7) ?? "");
  const [rules, setRules] = useState<RuleDraft[]>(() => (category ? (category.Rules ?? []).map(ruleDraft) : [newRule()]));
  const [splits, setSplits] = useState(() => (category?.SplitChargeRules ?? []).map(splitDraft));
  const [tried, setTried] = useState(false);
  const values = [...new Set([...rules.filter((rule) => rule.kind === "REGULAR").map((rule) => rule.value.trim()), defaultValue.trim()].filter(Boolean))];

  const submit = () => {
    setTried(true);
    const written = rules.map(rulesOf);
    const shared = splits.flatMap((split) => splitOf(split) ?? []);
    if (!name.trim() || rules.length === 0 || written.some((each) => each.length === 0) || shared.length < splits.length) return;
    const definition = { name: name.trim(), rules: written.flat(), defaultValue: defaultValue.trim(), from, splits: shared };
    void doing.run(async () => {
      await (category ? changeCategory(category.CostCategoryArn ?? "", definition) : createCategory(definition));
      tell(category ? t.changed(definition.name) : t.created(definition.name));
      navigate(pagePaths.CostCategories);
    });
  };

  const now = monthOf(new Date());
  const months = [...new Set([...(from ? [from] : []), ...Array.from({ length: 13 }, (_, back) => addMonths(now, -back))])].sort().reverse();
  return (
    <FormPage
      title={category ? t.editTitle(category.Name ?? "") : t.create}
      back={pagePaths.CostCategories}
      submit={category ? m.states.save : t.create}
      submitId="category-submit"
      act={submit}
      doing={doing}
      fields={
        <Container>
          <SpaceBetween size="m">
            <TextField label={t.name} constraint={t.nameHint} id="category-name" value={name} set={setName} missing={tried} readOnly={category !== null} />
            <TextField label={t.defaultValue} description={t.defaultHint} id="category-default" value={defaultValue} set={setDefaultValue} optional />
            <FormField label={t.effectiveFrom} description={t.effectiveHint}>
              <Select
                ariaLabel={t.effectiveFrom}
                data-testid="category-from"
                selectedOption={{ value: from, label: from ? monthName(from) : t.effectiveNow }}
                onChange={({ detail }) => setFrom(detail.selectedOption.value ?? "")}
                options={[{ value: "", label: t.effectiveNow }, ...months.map((value) => ({ value, label: monthName(value) }))]}
              />
            </FormField>
          </SpaceBetween>
        </Container>
      }
    >
      <Container header={<Header variant="h2" description={t.rulesText}>{t.rules}</Header>}>
        <RulesField rules={rules} change={setRules} tried={tried} />
      </Container>
      <Container header={<Header variant="h2" description={t.splitsText}>{t.splits}</Header>}>
        <SplitsField splits={splits} change={setSplits} values={values} tried={tried} />
      </Container>
      {category?.CostCategoryArn ? <CategoryMonth arn={category.CostCategoryArn} /> : null}
    </FormPage>
  );
}
