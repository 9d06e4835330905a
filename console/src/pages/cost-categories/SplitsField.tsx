/** How charges of one value are shared out to others. */
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import Multiselect from "@cloudscape-design/components/multiselect";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { TextField } from "../../components/TextField";
import { useMessages } from "../../messages";
import { newSplit, type SplitDraft, splitOf } from "./rules";

/** As many as AWS takes. */
const SPLITS_MAX = 10;
const METHODS = ["PROPORTIONAL", "EVEN", "FIXED"] as const;

interface SplitsFieldProps {
  splits: readonly SplitDraft[];
  change: (splits: SplitDraft[]) => void;
  values: readonly string[];
  tried: boolean;
}

export function SplitsField({ splits, change, values, tried }: SplitsFieldProps) {
  const m = useMessages();
  const t = m.costSetup.category;
  const option = (value: string) => ({ value, label: value });
  return (
    <SpaceBetween size="l">
      {splits.map((split, index) => {
        const set = (part: Partial<SplitDraft>) => change(splits.map((one) => (one.id === split.id ? { ...one, ...part } : one)));
        const missing = tried && splitOf(split) === undefined;
        const sources = [...new Set([...values, split.source].filter(Boolean))];
        const targets = [...new Set([...values, ...split.targets])].filter((value) => value !== split.source);
        return (
          <div key={split.id} role="group" aria-label={t.split(index + 1)} className="draft">
            <SpaceBetween size="s">
              <Header
                variant="h3"
                actions={<Button iconName="remove" variant="icon" ariaLabel={t.removeSplit(index + 1)} onClick={() => change(splits.filter((one) => one.id !== split.id))} />}
              >
                {t.split(index + 1)}
              </Header>
              <Grid gridDefinition={[1, 2, 3].map(() => ({ colspan: { default: 12, xs: 4 } }))}>
                <FormField label={t.source} stretch errorText={missing && !split.source ? m.signingIn.required : undefined}>
                  <Select
                    selectedOption={split.source ? option(split.source) : null}
                    placeholder={m.costSetup.value}
                    onChange={({ detail }) => set({ source: detail.selectedOption.value ?? "", targets: split.targets.filter((target) => target !== detail.selectedOption.value) })}
                    options={sources.map(option)}
                    empty={m.states.noMatch}
                  />
                </FormField>
                <FormField label={t.targets} stretch errorText={missing && split.targets.length === 0 ? m.signingIn.required : undefined}>
                  <Multiselect
                    selectedOptions={split.targets.map(option)}
                    placeholder={t.values}
                    onChange={({ detail }) => set({ targets: detail.selectedOptions.map((one) => one.value!) })}
                    options={targets.map(option)}
                    empty={m.states.noMatch}
                    deselectAriaLabel={(one) => `${m.states.remove} ${one.label}`}
                  />
                </FormField>
                <FormField label={t.method} stretch>
                  <Select
                    selectedOption={{ value: split.method, label: t.methods[split.method] ?? split.method }}
                    onChange={({ detail }) => set({ method: METHODS.find((method) => method === detail.selectedOption.value) ?? "PROPORTIONAL" })}
                    options={METHODS.map((value) => ({ value, label: t.methods[value]! }))}
                  />
                </FormField>
              </Grid>
              {split.method === "FIXED" ? (
                <TextField
                  label={t.percentages}
                  constraint={t.percentagesHint}
                  id="split-percentages"
                  value={split.percentages}
                  set={(percentages) => set({ percentages })}
                  error={missing ? t.percentagesHint : undefined}
                />
              ) : null}
            </SpaceBetween>
          </div>
        );
      })}
      <Button iconName="add-plus" disabled={splits.length >= SPLITS_MAX} onClick={() => change([...splits, newSplit()])}>
        {t.addSplit}
      </Button>
    </SpaceBetween>
  );
}
