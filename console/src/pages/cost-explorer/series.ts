/** What the chart draws: the largest groups by name, the rest as one, and what is expected next. */
import type { CostAnswer } from "../../clients/cost-query";
import type { Forecast } from "../../clients/cost-forecast";
import type { Messages } from "../../messages";
import { coordinate, type Decimal, minus, plus, ZERO } from "../../money/decimal";
import { longDay, shortDay, shortHour, shortMonth } from "../../time/calendar";
import { groupLabel } from "./labels";
import type { Report } from "./report";

const SHOWN = 9;

export interface Series {
  readonly title: string;
  readonly data: readonly { readonly x: string; readonly y: number }[];
}

export interface ForecastSeries {
  readonly mean: Series;
  readonly lower: Series;
  readonly upper: Series;
}

type Spelling = Pick<Report, "granularity"> & Partial<Pick<Report, "start" | "last">>;

/** The name of a period; days name their year where the report reaches over several. */
export function periodLabel(report: Spelling, start: string): string {
  if (report.granularity === "MONTHLY") return shortMonth(start.slice(0, 7));
  if (report.granularity === "HOURLY") return shortHour(start);
  return report.start?.slice(0, 4) === report.last?.slice(0, 4) ? shortDay(start) : longDay(start);
}

/** The groups that are drawn, and listed where room is short. */
export function largest(answer: CostAnswer): CostAnswer["groups"] {
  return answer.groups.length > SHOWN + 1 ? answer.groups.slice(0, SHOWN) : answer.groups;
}

/** The series to draw: the largest groups by name, the rest as one, so that every bar is the whole. */
export function chartSeries(report: Spelling & Pick<Report, "groupBy">, answer: CostAnswer, m: Messages): Series[] {
  const x = (start: string) => periodLabel(report, start);
  if (answer.groups.length === 0) {
    return [{ title: m.costExplorer.total, data: answer.periods.map((p) => ({ x: x(p.start), y: coordinate(p.total) })) }];
  }
  const shown = largest(answer);
  const series: Series[] = shown.map((group) => ({
    title: groupLabel(report.groupBy, group.keys, m, answer.names),
    data: answer.periods.map((p) => ({ x: x(p.start), y: coordinate(p.groups.get(group.key) ?? ZERO) })),
  }));
  if (shown.length < answer.groups.length) {
    series.push({
      title: m.costExplorer.others,
      data: answer.periods.map((period) => {
        const named = shown.reduce((sum, group) => plus(sum, period.groups.get(group.key) ?? ZERO), ZERO);
        return { x: x(period.start), y: coordinate(minus(period.total, named)) };
      }),
    });
  }
  return series;
}

/**
 * The forecast to draw. In a period that has begun, what is expected comes on top of what was charged already: bars are
 * stacked on it, lines and interval include it.
 */
export function forecastSeries(report: Spelling & Pick<Report, "chart">, answer: CostAnswer, forecast: Forecast, m: Messages, percent: string): ForecastSeries {
  const charged = new Map<string, Decimal>(answer.periods.map((period) => [periodLabel(report, period.start), period.total]));
  const points = (value: (period: Forecast["periods"][number]) => Decimal | undefined, begun: boolean) =>
    forecast.periods.flatMap((period) => {
      const x = periodLabel(report, period.start);
      const own = value(period);
      return own ? [{ x, y: coordinate(begun ? plus(charged.get(x) ?? ZERO, own) : own) }] : [];
    });
  return {
    mean: { title: m.costExplorer.forecast, data: points((period) => period.mean, report.chart !== "stack") },
    lower: { title: m.costExplorer.forecastLower(percent), data: points((period) => period.lower, true) },
    upper: { title: m.costExplorer.forecastUpper(percent), data: points((period) => period.upper, true) },
  };
}
