/** The filter of a report: its tokens in the address, in the filter field, and as an expression on the wire. */
import type { Dimension as WireDimension, Expression, MatchOption } from "@aws-sdk/client-cost-explorer";

/** Is, contains, begins with, ends with; after an exclamation mark the same, excluded. */
export const OPERATORS = ["=", "!=", "*=", "!*=", "^=", "!^=", "$=", "!$="] as const;
export type Operator = (typeof OPERATORS)[number];

export interface FilterToken {
  /** A dimension, `TAG:key` or `CATEGORY:name`. */
  readonly key: string;
  readonly operator: Operator;
  readonly value: string;
}

/** How the filter field spells an operator; what ends with a text is written as containing `*text`. */
export type FieldOperator = "=" | "!=" | ":" | "!:" | "^" | "!^";
export const FIELD_OPERATORS: readonly FieldOperator[] = ["=", "!=", ":", "!:", "^", "!^"];

const TOKEN = /^((?:TAG|CATEGORY):[^=]+?|[A-Z_]+)(!?[*^$]?=)(.*)$/s;

export function readToken(text: string): FilterToken[] {
  const parts = TOKEN.exec(text);
  return parts ? [{ key: parts[1]!, operator: parts[2] as Operator, value: parts[3]! }] : [];
}

export function writeToken(token: FilterToken): string {
  return `${token.key}${token.operator}${token.value}`;
}

export function toField(token: FilterToken): { operator: FieldOperator; value: string } {
  switch (token.operator) {
    case "=":
    case "!=":
      return { operator: token.operator, value: token.value };
    case "*=":
      return { operator: ":", value: token.value };
    case "!*=":
      return { operator: "!:", value: token.value };
    case "^=":
      return { operator: "^", value: token.value };
    case "!^=":
      return { operator: "!^", value: token.value };
    case "$=":
      return { operator: ":", value: `*${token.value}` };
    case "!$=":
      return { operator: "!:", value: `*${token.value}` };
  }
}

export function fromField(key: string, operator: string, value: string): FilterToken {
  const ends = value.length > 1 && value.startsWith("*");
  switch (operator) {
    case "!=":
      return { key, operator: "!=", value };
    case ":":
      return ends ? { key, operator: "$=", value: value.slice(1) } : { key, operator: "*=", value };
    case "!:":
      return ends ? { key, operator: "!$=", value: value.slice(1) } : { key, operator: "!*=", value };
    case "^":
      return { key, operator: "^=", value };
    case "!^":
      return { key, operator: "!^=", value };
    default:
      return { key, operator: "=", value };
  }
}

interface FilterQuestion {
  readonly filter: readonly FilterToken[];
  readonly join: "and" | "or";
  readonly ignoreCase?: boolean;
}

const comparisons: Record<string, MatchOption> = { "": "EQUALS", "*": "CONTAINS", "^": "STARTS_WITH", $: "ENDS_WITH" };

function matching(key: string, operator: Operator, values: readonly string[], ignoreCase: boolean): Expression {
  const comparison = comparisons[operator.replace("!", "").replace("=", "")]!;
  const MatchOptions: MatchOption[] = [
    ...(comparison === "EQUALS" && !ignoreCase ? [] : [comparison]),
    ...(ignoreCase ? (["CASE_INSENSITIVE"] as const) : []),
  ];
  const options = MatchOptions.length ? { MatchOptions } : {};
  const Values = [...values];
  if (key.startsWith("TAG:")) return { Tags: { Key: key.slice(4), Values, ...options } };
  if (key.startsWith("CATEGORY:")) {
    const Key = key.slice(9);
    // a cost category that gives a row no value is asked for as absent; it never has the empty text
    return values.length === 1 && values[0] === "" ? { CostCategories: { Key, MatchOptions: ["ABSENT"] } } : { CostCategories: { Key, Values, ...options } };
  }
  return { Dimensions: { Key: key as WireDimension, Values, ...options } };
}

/** The filter on the wire. Within `and`, several "is" values of one key mean any of them, as a reader expects. */
export function filterExpression({ filter, join, ignoreCase = false }: FilterQuestion): Expression | undefined {
  const parts: Expression[] = [];
  const together = new Map<string, number>();
  const values: string[][] = [];
  for (const token of filter) {
    const shared = `${token.key}${token.operator}`;
    // "is" joins with "is" of the same key within and, "is not" with "is not" as well: none of them
    const joins = join === "and" && (token.operator === "=" || token.operator === "!=") && !(token.key.startsWith("CATEGORY:") && token.value === "");
    const at = joins ? together.get(shared) : undefined;
    if (at !== undefined) {
      values[at]!.push(token.value);
      parts[at] = expressionOf(token, values[at]!, ignoreCase);
      continue;
    }
    if (joins) together.set(shared, parts.length);
    values.push([token.value]);
    parts.push(expressionOf(token, [token.value], ignoreCase));
  }
  if (parts.length <= 1) return parts[0];
  return join === "or" ? { Or: parts } : { And: parts };
}

function expressionOf(token: FilterToken, values: readonly string[], ignoreCase: boolean): Expression {
  const matches = matching(token.key, token.operator, values, ignoreCase);
  return token.operator.startsWith("!") ? { Not: matches } : matches;
}
