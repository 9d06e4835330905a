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

const operators: Partial<Record<MatchOption, Operator>> = { EQUALS: "=", CONTAINS: "*=", STARTS_WITH: "^=", ENDS_WITH: "$=" };

interface Leaf {
  readonly tokens: readonly FilterToken[];
  readonly ignoreCase: boolean;
}

function leaf(expression: Expression, negated: boolean): Leaf | undefined {
  if (expression.Not) return negated ? undefined : leaf(expression.Not, true);
  const { Dimensions, Tags, CostCategories } = expression;
  const matched = Dimensions ?? Tags ?? CostCategories;
  if (!matched?.Key) return undefined;
  const key = Tags ? `TAG:${matched.Key}` : CostCategories ? `CATEGORY:${matched.Key}` : matched.Key;
  const options = matched.MatchOptions ?? [];
  const absent = options.includes("ABSENT");
  const comparison = options.map((option) => operators[option]).find((operator) => operator !== undefined) ?? "=";
  const operator = (negated ? `!${comparison}` : comparison) as Operator;
  const values = absent ? [""] : (matched.Values ?? []);
  if (values.length === 0 || (values.length > 1 && comparison !== "=")) return undefined;
  return { tokens: values.map((value) => ({ key, operator, value })), ignoreCase: options.includes("CASE_INSENSITIVE") };
}

/** An expression as tokens; undefined where tokens cannot say the same. */
export function filterTokens(expression: Expression | undefined): Required<FilterQuestion> | undefined {
  if (!expression) return { filter: [], join: "and", ignoreCase: false };
  const join = expression.Or ? "or" : "and";
  const leaves = (expression.Or ?? expression.And ?? [expression]).map((part) => leaf(part, false));
  if (leaves.some((one) => one === undefined)) return undefined;
  const known = leaves as Leaf[];
  if (join === "or" && known.some((one) => one.tokens.length > 1 && one.tokens[0]!.operator !== "=")) return undefined;
  if (known.some((one) => one.ignoreCase !== known[0]!.ignoreCase)) return undefined;
  const filter = known.flatMap((one) => one.tokens);
  // within "and" several values of one key are one condition: two such conditions on a key would become one
  const conditions = known.filter((one) => /^!?=$/.test(one.tokens[0]!.operator)).map((one) => `${one.tokens[0]!.key}${one.tokens[0]!.operator}`);
  if (join === "and" && new Set(conditions).size < conditions.length) return undefined;
  return { filter, join, ignoreCase: known[0]?.ignoreCase ?? false };
}
