/** Conditions on charges, with values offered from the last year's costs; for rules and monitors. */
import { useAsked } from "../app/asking";
import { CostFilter, type Filtered } from "../pages/cost-explorer/CostFilter";
import type { Dimension } from "../pages/cost-explorer/dimensions";
import { presetDays } from "../pages/cost-explorer/report";
import { categoryNames, tagKeys } from "../pages/cost-explorer/values";
import { dayOf } from "../time/calendar";

/** What rules of cost categories and monitors may look at. */
const RULE_DIMENSIONS: readonly Dimension[] = ["LINKED_ACCOUNT", "LINKED_ACCOUNT_NAME", "SERVICE", "SERVICE_CODE", "REGION", "USAGE_TYPE", "RECORD_TYPE", "BILLING_ENTITY"];

type Conditions = Pick<Filtered, "filter" | "join" | "ignoreCase">;

interface ConditionsFieldProps {
  conditions: Conditions;
  change: (part: Partial<Conditions>) => void;
}

export function ConditionsField({ conditions, change }: ConditionsFieldProps) {
  const days = presetDays("last-12m", dayOf(new Date()));
  const tags = useAsked(() => tagKeys(days.start, days.last), [days.start, days.last]);
  const categories = useAsked(() => categoryNames(days.start, days.last), [days.start, days.last]);
  const { filter, join, ignoreCase } = conditions;
  return (
    <CostFilter
      report={{ filter, join, ignoreCase, ...days }}
      change={change}
      tags={tags.value ?? []}
      categories={categories.value ?? []}
      dimensions={RULE_DIMENSIONS}
    />
  );
}
