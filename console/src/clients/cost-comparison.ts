/** Asking Cost Explorer how one month's costs differ from another's. Amounts stay the text of the answer. */
import {
  type CostAndUsageComparison,
  type ComparisonMetricValue,
  type Expression,
  GetCostAndUsageComparisonsCommand,
  GetCostComparisonDriversCommand,
  type GetCostAndUsageComparisonsCommandOutput,
  type GroupDefinition,
} from "@aws-sdk/client-cost-explorer";
import { costs } from "./aws";
import { everyPage } from "./paging";

export interface ComparisonQuestion {
  readonly baseline: { Start: string; End: string };
  readonly month: { Start: string; End: string };
  readonly metric: string;
  readonly groupBy: readonly GroupDefinition[];
  readonly filter?: Expression | undefined;
}

export interface ComparedAmounts {
  readonly before: string;
  readonly after: string;
  readonly difference: string;
}
export interface ComparedGroup extends ComparedAmounts {
  /** A value for each key that was grouped by. */
  readonly keys: readonly string[];
}
export interface ComparisonAnswer {
  readonly unit: string;
  readonly groups: readonly ComparedGroup[];
  readonly total: ComparedAmounts;
}

function amounts(value: ComparisonMetricValue | undefined): ComparedAmounts {
  return {
    before: value?.BaselineTimePeriodAmount ?? "0",
    after: value?.ComparisonTimePeriodAmount ?? "0",
    difference: value?.Difference ?? "0",
  };
}

/** The values of a selector, in the order in which it names its keys. */
export function selected(selector: Expression | undefined): string[] {
  if (!selector) return [];
  if (selector.And) return selector.And.flatMap(selected);
  const values = selector.Dimensions ?? selector.Tags ?? selector.CostCategories;
  return values ? [values.MatchOptions?.includes("ABSENT") ? "" : (values.Values ?? []).join(", ")] : [];
}

function wire(question: ComparisonQuestion) {
  return {
    BaselineTimePeriod: question.baseline,
    ComparisonTimePeriod: question.month,
    MetricForComparison: question.metric,
    ...(question.groupBy.length ? { GroupBy: [...question.groupBy] } : {}),
    ...(question.filter ? { Filter: question.filter } : {}),
  };
}

/** One thing that made a group cost more or less. */
export interface Driver extends ComparedAmounts {
  readonly keys: readonly string[];
  readonly type: string;
  readonly name: string;
}

/** What drove the changes between the months. */
export async function askDrivers(question: ComparisonQuestion): Promise<{ unit: string; drivers: Driver[] }> {
  const found = await everyPage(
    (token) => costs.send(new GetCostComparisonDriversCommand({ ...wire(question), ...(token ? { NextPageToken: token } : {}) })),
    (page) => page.CostComparisonDrivers,
    (page) => page.NextPageToken,
  );
  const drivers = found.flatMap((one) =>
    (one.CostDrivers ?? []).map((driver) => ({
      keys: selected(one.CostSelector),
      type: driver.Type ?? "",
      name: driver.Name ?? "",
      ...amounts(driver.Metrics?.[question.metric]),
    })),
  );
  const unit = found.flatMap((one) => one.CostDrivers ?? []).flatMap((driver) => driver.Metrics?.[question.metric]?.Unit ?? [])[0] ?? "";
  return { unit, drivers };
}

export async function askComparison(question: ComparisonQuestion): Promise<ComparisonAnswer> {
  const found: CostAndUsageComparison[] = [];
  let first: GetCostAndUsageComparisonsCommandOutput | undefined;
  let token: string | undefined;
  do {
    const page: GetCostAndUsageComparisonsCommandOutput = await costs.send(
      new GetCostAndUsageComparisonsCommand({ ...wire(question), ...(token ? { NextPageToken: token } : {}) }),
    );
    first ??= page;
    found.push(...(page.CostAndUsageComparisons ?? []));
    token = page.NextPageToken;
  } while (token);
  const whole = first?.TotalCostAndUsage?.[question.metric];
  return {
    unit: whole?.Unit ?? found[0]?.Metrics?.[question.metric]?.Unit ?? "",
    groups: found.map((one) => ({ keys: selected(one.CostAndUsageSelector), ...amounts(one.Metrics?.[question.metric]) })),
    total: amounts(whole),
  };
}
