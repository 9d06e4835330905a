/** A Cost Explorer report: what is asked, kept whole in the page's address. */
import type { Granularity, GroupDefinition } from "@aws-sdk/client-cost-explorer";
import { addDays, addMonths, dayOf, firstDay, isDay, isMonth } from "../../time/calendar";
import { DIMENSIONS } from "./dimensions";
import { type FilterToken, readToken, writeToken } from "./filter";

export const METRICS = [
  "UnblendedCost",
  "NetUnblendedCost",
  "BlendedCost",
  "AmortizedCost",
  "NetAmortizedCost",
  "UsageQuantity",
  "NormalizedUsageAmount",
] as const;
export type Metric = (typeof METRICS)[number];
export const GRANULARITIES = ["MONTHLY", "DAILY", "HOURLY"] as const satisfies readonly Granularity[];
export const CHARTS = ["stack", "bar", "line"] as const;
export type Chart = (typeof CHARTS)[number];
export const PRESETS = ["last-1", "last-7", "last-30", "this-month", "last-month", "last-3m", "last-6m", "last-12m", "this-year"] as const;
export type Preset = (typeof PRESETS)[number];
/** How many months a forecast may reach. */
export const FORECASTS = [0, 1, 3, 12] as const;
export type ForecastMonths = (typeof FORECASTS)[number];

/** The forecasts that a granularity can have: of days they reach three months, of hours nothing. */
export function forecastsOf(granularity: Granularity): readonly ForecastMonths[] {
  return granularity === "HOURLY" ? [0] : granularity === "DAILY" ? FORECASTS.filter((months) => months <= 3) : FORECASTS;
}

/** The last day that a forecast asks for, and one more, as the wire wants it. */
export function forecastEnd(granularity: Granularity, months: ForecastMonths, today: string): string {
  return granularity === "MONTHLY" ? firstDay(addMonths(today.slice(0, 7), months + 1)) : addDays(today, months * 30 - 1);
}

/** Two months beside each other, YYYY-MM. */
export interface Comparison {
  readonly baseline: string;
  readonly month: string;
}

export interface Report {
  readonly preset: Preset | undefined;
  /** First day shown. */
  readonly start: string;
  /** Last day shown; the wire asks for the day after. */
  readonly last: string;
  readonly granularity: (typeof GRANULARITIES)[number];
  readonly metric: Metric;
  readonly groupBy: readonly string[];
  readonly filter: readonly FilterToken[];
  readonly join: "and" | "or";
  /** Do capitals not matter where the filter compares? */
  readonly ignoreCase: boolean;
  readonly chart: Chart;
  readonly forecast: ForecastMonths;
  /** Compares two months instead of showing costs over time. */
  readonly compare: Comparison | undefined;
}

/** The days a preset names, today being the last it may hold. */
export function presetDays(preset: Preset, today: string): { start: string; last: string } {
  const month = today.slice(0, 7);
  switch (preset) {
    case "last-1":
      return { start: addDays(today, -1), last: today };
    case "last-7":
      return { start: addDays(today, -6), last: today };
    case "last-30":
      return { start: addDays(today, -29), last: today };
    case "this-month":
      return { start: firstDay(month), last: today };
    case "last-month":
      return { start: firstDay(addMonths(month, -1)), last: addDays(firstDay(month), -1) };
    case "last-3m":
      return { start: firstDay(addMonths(month, -2)), last: today };
    case "last-6m":
      return { start: firstDay(addMonths(month, -5)), last: today };
    case "last-12m":
      return { start: firstDay(addMonths(month, -11)), last: today };
    case "this-year":
      return { start: `${today.slice(0, 4)}-01-01`, last: today };
  }
}

export function among<T>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((one) => one === value);
}

/** Can costs be grouped by this, and filtered on it: a dimension, `TAG:key` or `CATEGORY:name`? */
export function isGroup(text: string): boolean {
  return among(DIMENSIONS, text) !== undefined || /^(TAG|CATEGORY):./s.test(text);
}

function readComparison(text: string | null): Comparison | undefined {
  const [baseline, month] = text?.split(",") ?? [];
  return isMonth(baseline) && isMonth(month) ? { baseline, month } : undefined;
}

/** Reads an address; what it does not say, or says wrongly, has its ordinary value. */
export function readReport(query: URLSearchParams, today: string = dayOf(new Date())): Report {
  const start = query.get("start");
  const last = query.get("last");
  const absolute = isDay(start) && isDay(last) && start <= last;
  const preset = absolute ? undefined : (among(PRESETS, query.get("range")) ?? "last-6m");
  const days = preset ? presetDays(preset, today) : { start: start as string, last: last as string };
  const groups = query.getAll("group").filter(isGroup);
  const granularity = among(GRANULARITIES, query.get("granularity")) ?? "MONTHLY";
  return {
    preset,
    ...days,
    granularity,
    metric: among(METRICS, query.get("metric")) ?? "UnblendedCost",
    groupBy: groups.length > 0 ? [...new Set(groups)].slice(0, 2) : query.get("group") === "none" ? [] : ["SERVICE"],
    filter: query.getAll("filter").flatMap(readToken).filter((token) => isGroup(token.key)),
    join: query.get("join") === "or" ? "or" : "and",
    ignoreCase: query.get("case") === "ignore",
    chart: among(CHARTS, query.get("chart")) ?? "stack",
    forecast: among(forecastsOf(granularity), Number(query.get("forecast") ?? 0)) ?? 0,
    compare: readComparison(query.get("compare")),
  };
}

/** Writes the address of a report. */
export function reportQuery(report: Report): URLSearchParams {
  const query = new URLSearchParams();
  if (report.preset) query.set("range", report.preset);
  else {
    query.set("start", report.start);
    query.set("last", report.last);
  }
  query.set("granularity", report.granularity);
  query.set("metric", report.metric);
  if (report.groupBy.length === 0) query.set("group", "none");
  for (const group of report.groupBy) query.append("group", group);
  for (const token of report.filter) query.append("filter", writeToken(token));
  if (report.join === "or") query.set("join", "or");
  if (report.ignoreCase) query.set("case", "ignore");
  query.set("chart", report.chart);
  if (report.forecast) query.set("forecast", String(report.forecast));
  if (report.compare) query.set("compare", `${report.compare.baseline},${report.compare.month}`);
  return query;
}

export function groupDefinition(group: string): GroupDefinition {
  if (group.startsWith("TAG:")) return { Type: "TAG", Key: group.slice(4) };
  if (group.startsWith("CATEGORY:")) return { Type: "COST_CATEGORY", Key: group.slice(9) };
  return { Type: "DIMENSION", Key: group };
}

/** What is asked of the server: days, or for hours the moments they begin. */
export function wirePeriod(report: Pick<Report, "start" | "last" | "granularity">): { start: string; end: string } {
  const end = addDays(report.last, 1);
  return report.granularity === "HOURLY" ? { start: `${report.start}T00:00:00Z`, end: `${end}T00:00:00Z` } : { start: report.start, end };
}

/** Whole months of a comparison, as the wire wants them. */
export function wireMonth(month: string): { Start: string; End: string } {
  return { Start: firstDay(month), End: firstDay(addMonths(month, 1)) };
}

/** The months of a range, for showing what is there. */
export function monthRange(months: readonly string[]): { start: string; last: string } | undefined {
  const sorted = months.toSorted();
  const from = sorted.slice(-12)[0];
  const to = sorted.at(-1);
  return from && to ? { start: firstDay(from), last: addDays(firstDay(addMonths(to, 1)), -1) } : undefined;
}
