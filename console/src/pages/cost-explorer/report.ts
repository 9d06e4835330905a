/** A Cost Explorer report: what is asked, kept whole in the page's address. */
import type { Expression, Granularity, GroupDefinition } from "@aws-sdk/client-cost-explorer";
import { addDays, addMonths, dayOf, firstDay, isDay } from "../../time/calendar";

export const METRICS = ["UnblendedCost", "BlendedCost", "AmortizedCost", "UsageQuantity"] as const;
export type Metric = (typeof METRICS)[number];
export const DIMENSIONS = ["SERVICE", "LINKED_ACCOUNT", "REGION", "USAGE_TYPE", "RECORD_TYPE"] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export const PRESETS = ["last-7", "last-30", "this-month", "last-month", "last-3m", "last-6m", "last-12m", "this-year"] as const;
export type Preset = (typeof PRESETS)[number];

export interface FilterToken {
  /** A dimension, or `TAG:key`. */
  readonly key: string;
  readonly operator: "=" | "!=";
  readonly value: string;
}

export interface Report {
  readonly preset: Preset | undefined;
  /** First day shown. */
  readonly start: string;
  /** Last day shown; the wire asks for the day after. */
  readonly last: string;
  readonly granularity: Granularity & ("DAILY" | "MONTHLY");
  readonly metric: Metric;
  readonly groupBy: readonly string[];
  readonly filter: readonly FilterToken[];
  readonly join: "and" | "or";
  readonly chart: "bar" | "line";
}

/** The days a preset names, today being the last it may hold. */
export function presetDays(preset: Preset, today: string): { start: string; last: string } {
  const month = today.slice(0, 7);
  switch (preset) {
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

function among<T extends string>(allowed: readonly T[], text: string | null): T | undefined {
  return allowed.find((value) => value === text);
}

function isGroup(text: string): boolean {
  return among(DIMENSIONS, text) !== undefined || (text.startsWith("TAG:") && text.length > 4);
}

const TOKEN = /^(TAG:[^!=]+|[A-Z_]+)(!?=)(.*)$/s;

function readToken(text: string): FilterToken[] {
  const parts = TOKEN.exec(text);
  if (!parts || !isGroup(parts[1]!)) return [];
  return [{ key: parts[1]!, operator: parts[2] as "=" | "!=", value: parts[3]! }];
}

/** Reads an address; what it does not say, or says wrongly, has its ordinary value. */
export function readReport(query: URLSearchParams, today: string = dayOf(new Date())): Report {
  const start = query.get("start");
  const last = query.get("last");
  const absolute = isDay(start) && isDay(last) && start <= last;
  const preset = absolute ? undefined : (among(PRESETS, query.get("range")) ?? "last-6m");
  const days = preset ? presetDays(preset, today) : { start: start as string, last: last as string };
  const groups = query.getAll("group").filter(isGroup);
  return {
    preset,
    ...days,
    granularity: query.get("granularity") === "DAILY" ? "DAILY" : "MONTHLY",
    metric: among(METRICS, query.get("metric")) ?? "UnblendedCost",
    groupBy: groups.length > 0 ? [...new Set(groups)].slice(0, 2) : query.get("group") === "none" ? [] : ["SERVICE"],
    filter: query.getAll("filter").flatMap(readToken),
    join: query.get("join") === "or" ? "or" : "and",
    chart: query.get("chart") === "line" ? "line" : "bar",
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
  for (const token of report.filter) query.append("filter", `${token.key}${token.operator}${token.value}`);
  if (report.join === "or") query.set("join", "or");
  query.set("chart", report.chart);
  return query;
}

export function groupDefinition(group: string): GroupDefinition {
  return group.startsWith("TAG:") ? { Type: "TAG", Key: group.slice(4) } : { Type: "DIMENSION", Key: group };
}

function one(token: FilterToken): Expression {
  const matches: Expression = token.key.startsWith("TAG:")
    ? { Tags: { Key: token.key.slice(4), Values: [token.value] } }
    : { Dimensions: { Key: token.key as Dimension, Values: [token.value] } };
  return token.operator === "!=" ? { Not: matches } : matches;
}

/** The filter on the wire. Within `and`, several "is" values of one key mean any of them, as a reader expects. */
export function filterExpression(report: Pick<Report, "filter" | "join">): Expression | undefined {
  const parts: Expression[] = [];
  const together = new Map<string, string[]>();
  for (const token of report.filter) {
    if (report.join === "and" && token.operator === "=") {
      const values = together.get(token.key);
      if (values) values.push(token.value);
      else {
        const first = [token.value];
        together.set(token.key, first);
        parts.push(
          token.key.startsWith("TAG:")
            ? { Tags: { Key: token.key.slice(4), Values: first } }
            : { Dimensions: { Key: token.key as Dimension, Values: first } },
        );
      }
    } else parts.push(one(token));
  }
  if (parts.length === 0) return undefined;
  if (parts.length === 1) return parts[0];
  return report.join === "or" ? { Or: parts } : { And: parts };
}

/** The day after the last, as the wire wants it; whole months end with the month. */
export function wireEnd(report: Pick<Report, "last">): string {
  return addDays(report.last, 1);
}

/** The months of a range, for showing what is there. */
export function monthRange(months: readonly string[]): { start: string; last: string } | undefined {
  const sorted = months.toSorted();
  const from = sorted.slice(-12)[0];
  const to = sorted.at(-1);
  return from && to ? { start: firstDay(from), last: addDays(firstDay(addMonths(to, 1)), -1) } : undefined;
}

