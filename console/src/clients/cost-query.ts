/** Asking Cost Explorer for amounts over periods, read into exact decimals. */
import {
  type Expression,
  GetCostAndUsageCommand,
  type GetCostAndUsageCommandOutput,
  type Granularity,
  type GroupDefinition,
} from "@aws-sdk/client-cost-explorer";
import { compare, type Decimal, decimal, plus, sum, ZERO } from "../money/decimal";
import { costs } from "./aws";

export interface CostQuestion {
  /** First day, YYYY-MM-DD; for hours the moment they begin. */
  readonly start: string;
  /** The day after the last, YYYY-MM-DD; for hours the moment they end. */
  readonly end: string;
  readonly granularity: Granularity;
  readonly metric: string;
  readonly groupBy: readonly GroupDefinition[];
  readonly filter?: Expression | undefined;
}

export interface CostPeriod {
  readonly start: string;
  readonly estimated: boolean;
  readonly total: Decimal;
  /** Amounts by the joined keys of a group; empty where nothing was grouped. */
  readonly groups: ReadonlyMap<string, Decimal>;
}

export interface CostAnswer {
  readonly periods: readonly CostPeriod[];
  /** A currency, or the unit of usage; empty where units differ. */
  readonly unit: string;
  /** Every group with its total, largest first. */
  readonly groups: readonly { readonly keys: readonly string[]; readonly key: string; readonly total: Decimal }[];
  readonly total: Decimal;
  /** What linked accounts are called, by their number; absent where nothing was grouped by them. */
  readonly names?: ReadonlyMap<string, string>;
}

const JOIN = "\u0001";

/** All result pages of a question, as one answer. */
export async function askCosts(question: CostQuestion): Promise<CostAnswer> {
  const pages: GetCostAndUsageCommandOutput[] = [];
  let token: string | undefined;
  do {
    const page: GetCostAndUsageCommandOutput = await costs.send(
      new GetCostAndUsageCommand({
        TimePeriod: { Start: question.start, End: question.end },
        Granularity: question.granularity,
        Metrics: [question.metric],
        ...(question.groupBy.length ? { GroupBy: [...question.groupBy] } : {}),
        ...(question.filter ? { Filter: question.filter } : {}),
        ...(token ? { NextPageToken: token } : {}),
      }),
    );
    pages.push(page);
    token = page.NextPageToken;
  } while (token);
  return readCosts(pages, question.metric);
}

/** Reads result pages; a period that spans two pages is joined. */
export function readCosts(
  pages: readonly Pick<GetCostAndUsageCommandOutput, "ResultsByTime" | "DimensionValueAttributes">[],
  metric: string,
): CostAnswer {
  const periods = new Map<string, { start: string; estimated: boolean; total: Decimal; groups: Map<string, Decimal> }>();
  const totals = new Map<string, { keys: readonly string[]; total: Decimal }>();
  const units = new Set<string>();
  for (const result of pages.flatMap((page) => page.ResultsByTime ?? [])) {
    const start = result.TimePeriod?.Start ?? "";
    const period = periods.get(start) ?? { start, estimated: result.Estimated ?? false, total: ZERO, groups: new Map() };
    periods.set(start, period);
    const whole = result.Total?.[metric];
    if (whole?.Amount) {
      period.total = plus(period.total, decimal(whole.Amount));
      if (whole.Unit) units.add(whole.Unit);
    }
    for (const group of result.Groups ?? []) {
      const keys = group.Keys ?? [];
      const value = group.Metrics?.[metric];
      const amount = decimal(value?.Amount ?? "0");
      if (value?.Unit) units.add(value.Unit);
      const key = keys.join(JOIN);
      period.groups.set(key, plus(period.groups.get(key) ?? ZERO, amount));
      period.total = plus(period.total, amount);
      totals.set(key, { keys, total: plus(totals.get(key)?.total ?? ZERO, amount) });
    }
  }
  const ordered = [...periods.values()].sort((a, b) => a.start.localeCompare(b.start));
  return {
    periods: ordered,
    unit: units.size === 1 ? [...units][0]! : "",
    groups: [...totals.entries()]
      .map(([key, value]) => ({ key, ...value }))
      .sort((a, b) => compare(b.total, a.total)),
    total: sum(ordered.map((period) => period.total)),
    names: new Map(
      pages
        .flatMap((page) => page.DimensionValueAttributes ?? [])
        .flatMap(({ Value, Attributes }) => (Value && Attributes?.["description"] ? [[Value, Attributes["description"]] as const] : [])),
    ),
  };
}
