import { describe, expect, it } from "vitest";
import { en } from "../../messages/en";
import { filterExpression, filterTokens } from "../cost-explorer/filter";
import { splitCsv } from "./CategoryMonth";
import { moved, newRule, newSplit, ruleDraft, rulesOf, splitDraft, splitOf } from "./rules";

describe("rules of cost categories", () => {
  it("comeBackFromTheirFormAsTheyWere", () => {
    const rules = [
      { Type: "REGULAR" as const, Value: "Web", Rule: { Dimensions: { Key: "LINKED_ACCOUNT" as const, Values: ["111122223333", "444455556666"] } } },
      {
        Type: "REGULAR" as const,
        Value: "Data",
        Rule: { And: [{ Tags: { Key: "team", Values: ["data-"], MatchOptions: ["STARTS_WITH" as const] } }, { Not: { Dimensions: { Key: "REGION" as const, Values: ["eu-west-1"] } } }] },
      },
      { Type: "INHERITED_VALUE" as const, InheritedValue: { DimensionName: "TAG" as const, DimensionKey: "team" } },
    ];
    expect(rules.map(ruleDraft).flatMap(rulesOf)).toEqual(rules);
  });
  it("becomeARuleForEachPartOfAnOr", () => {
    const parts = [{ Tags: { Key: "team", Values: ["web"] } }, { Dimensions: { Key: "REGION" as const, Values: ["eu-west-1"] } }];
    expect(rulesOf(ruleDraft({ Value: "Web", Rule: { Or: parts } }))).toEqual(parts.map((Rule) => ({ Type: "REGULAR", Value: "Web", Rule })));
  });
  it("keepWhatTheFormCannotShowAsJson", () => {
    const Rule = { And: [{ Or: [{ Tags: { Key: "a", Values: ["1"] } }, { Tags: { Key: "b", Values: ["2"] } }] }, { Tags: { Key: "c", Values: ["3"] } }] };
    const draft = ruleDraft({ Value: "Deep", Rule });
    expect(JSON.parse(draft.json!)).toEqual(Rule);
    expect(rulesOf(draft)).toEqual([{ Type: "REGULAR", Value: "Deep", Rule }]);
    expect(rulesOf({ ...draft, json: "{" })).toEqual([]);
  });
  it("areNotSentWhileSomethingIsMissing", () => {
    expect(rulesOf(newRule())).toEqual([]);
    expect(rulesOf({ ...newRule(), value: "Web" })).toEqual([]);
    expect(rulesOf({ ...newRule(), kind: "INHERITED_VALUE", inherits: "TAG" })).toEqual([]);
  });
  it("moveOnePlaceAndNoFurther", () => {
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  });
});

it("readsTokensOnlyWhereTheySayTheSame", () => {
  const same = [
    { And: [{ Dimensions: { Key: "SERVICE" as const, Values: ["a", "b"] } }, { Not: { Tags: { Key: "team", Values: [""] } } }] },
    { CostCategories: { Key: "Team", MatchOptions: ["ABSENT" as const] } },
    { Dimensions: { Key: "SERVICE" as const, Values: ["a"], MatchOptions: ["CONTAINS" as const, "CASE_INSENSITIVE" as const] } },
  ];
  for (const expression of same) expect(filterExpression(filterTokens(expression)!)).toEqual(expression);
  expect(filterTokens({ And: [{ Dimensions: { Key: "SERVICE", Values: ["a"] } }, { Dimensions: { Key: "SERVICE", Values: ["b"] } }] })).toBeUndefined();
  expect(filterTokens({ Not: { Not: { Dimensions: { Key: "SERVICE", Values: ["a"] } } } })).toBeUndefined();
  expect(filterTokens({ Or: [{ Not: { Dimensions: { Key: "SERVICE", Values: ["a", "b"] } } }, { Tags: { Key: "x", Values: ["y"] } }] })).toBeUndefined();
});

it("sharesOutByFixedPercentagesOnlyWithOneForEachTarget", () => {
  const split = { Source: "Shared", Targets: ["Web", "Data"], Method: "FIXED" as const, Parameters: [{ Type: "ALLOCATION_PERCENTAGES" as const, Values: ["60", "40"] }] };
  expect(splitOf(splitDraft(split))).toEqual(split);
  expect(splitOf({ ...splitDraft(split), percentages: "60" })).toBeUndefined();
  expect(splitOf(newSplit())).toBeUndefined();
});

it("writesTheCostsOfAMonthWithTheServersFigures", () => {
  const Values = [{ Value: "", Cost: "10.5000", Given: "10.50", Received: "0", Total: "0.0000" }];
  expect(splitCsv({ Name: "Team", Month: "2026-10", Metric: "UnblendedCost", Currency: "EUR", Values }, en).split("\r\n").slice(0, 2)).toEqual([
    "Value,Own costs (EUR),Given to others (EUR),Got from others (EUR),After splitting (EUR)",
    "No value,10.5000,10.50,0,0.0000",
  ]);
});
