/** The rules of a cost category as a form holds them, and as the wire does. */
import type { CostCategoryInheritedValueDimensionName, CostCategoryRule, CostCategorySplitChargeMethod, CostCategorySplitChargeRule, Expression } from "@aws-sdk/client-cost-explorer";
import { filterExpression, type FilterToken, filterTokens } from "../cost-explorer/filter";

export interface RuleDraft {
  /** Tells rules apart while they are moved. */
  readonly id: number;
  readonly kind: "REGULAR" | "INHERITED_VALUE";
  readonly value: string;
  readonly filter: readonly FilterToken[];
  readonly join: "and" | "or";
  readonly ignoreCase: boolean;
  /** Conditions that tokens cannot say, as JSON; undefined where tokens do. */
  readonly json: string | undefined;
  readonly inherits: CostCategoryInheritedValueDimensionName;
  readonly tagKey: string;
}

export interface SplitDraft {
  readonly id: number;
  readonly source: string;
  readonly targets: readonly string[];
  readonly method: CostCategorySplitChargeMethod;
  readonly percentages: string;
}

let drafts = 0;

export function newRule(): RuleDraft {
  return { id: ++drafts, kind: "REGULAR", value: "", filter: [], join: "and", ignoreCase: false, json: undefined, inherits: "LINKED_ACCOUNT_NAME", tagKey: "" };
}

export function newSplit(): SplitDraft {
  return { id: ++drafts, source: "", targets: [], method: "PROPORTIONAL", percentages: "" };
}

export function ruleDraft(rule: CostCategoryRule): RuleDraft {
  const empty = newRule();
  if (rule.Type === "INHERITED_VALUE" || rule.InheritedValue) {
    return { ...empty, kind: "INHERITED_VALUE", inherits: rule.InheritedValue?.DimensionName ?? "LINKED_ACCOUNT_NAME", tagKey: rule.InheritedValue?.DimensionKey ?? "" };
  }
  const tokens = filterTokens(rule.Rule);
  return tokens ? { ...empty, value: rule.Value ?? "", ...tokens } : { ...empty, value: rule.Value ?? "", json: JSON.stringify(rule.Rule, null, 2) };
}

/** The JSON of a rule as an expression; undefined where it is none. */
export function readJson(text: string): Expression | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Expression) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The rules on the wire that a draft means; none while something is missing. A rule cannot be an Or at its root, so each
 * part of it becomes a rule of its own with the same value.
 */
export function rulesOf(draft: RuleDraft): CostCategoryRule[] {
  if (draft.kind === "INHERITED_VALUE") {
    if (draft.inherits === "TAG" && !draft.tagKey.trim()) return [];
    const key = draft.inherits === "TAG" ? { DimensionKey: draft.tagKey.trim() } : {};
    return [{ Type: "INHERITED_VALUE", InheritedValue: { DimensionName: draft.inherits, ...key } }];
  }
  const rule = draft.json === undefined ? filterExpression(draft) : readJson(draft.json);
  const Value = draft.value.trim();
  return rule && Value ? (rule.Or ?? [rule]).map((Rule) => ({ Type: "REGULAR", Value, Rule })) : [];
}

export function splitDraft(rule: CostCategorySplitChargeRule): SplitDraft {
  return {
    id: ++drafts,
    source: rule.Source ?? "",
    targets: rule.Targets ?? [],
    method: rule.Method ?? "PROPORTIONAL",
    percentages: rule.Parameters?.[0]?.Values?.join(", ") ?? "",
  };
}

/** The split on the wire; undefined while something is missing. */
export function splitOf(draft: SplitDraft): CostCategorySplitChargeRule | undefined {
  const Values = draft.percentages.split(",").map((part) => part.trim()).filter(Boolean);
  if (!draft.source.trim() || draft.targets.length === 0 || (draft.method === "FIXED" && Values.length !== draft.targets.length)) return undefined;
  return {
    Source: draft.source.trim(),
    Targets: [...draft.targets],
    Method: draft.method,
    ...(draft.method === "FIXED" ? { Parameters: [{ Type: "ALLOCATION_PERCENTAGES" as const, Values }] } : {}),
  };
}

/** A list with one of its entries a place further up or down. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const to = index + by;
  if (to < 0 || to >= list.length) return [...list];
  const next = [...list];
  [next[index], next[to]] = [next[to]!, next[index]!];
  return next;
}
