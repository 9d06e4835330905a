import { describe, expect, it } from "vitest";
import { en } from "../../messages/en";
import { decimal } from "../../money/decimal";
import { chartSeries } from "./CostChart";
import { costCsv } from "./CostTable";
import { keyLabel } from "./labels";
import { filterExpression, monthRange, presetDays, readReport, reportQuery, wireEnd } from "./report";

const today = "2026-11-23";

describe("a report lives in its address", () => {
  it("hasOrdinaryValues", () => {
    expect(readReport(new URLSearchParams(""), today)).toEqual({
      preset: "last-6m",
      start: "2026-06-01",
      last: today,
      granularity: "MONTHLY",
      metric: "UnblendedCost",
      groupBy: ["SERVICE"],
      filter: [],
      join: "and",
      chart: "bar",
    });
  });
  it("survivesTheRoundTrip", () => {
    const address =
      "start=2026-01-01&last=2026-01-31&granularity=DAILY&metric=UsageQuantity&group=REGION&group=TAG%3Ateam&filter=SERVICE%3DA%3DB&filter=TAG%3Ateam%21%3Dweb&join=or&chart=line";
    const report = readReport(new URLSearchParams(address), today);
    expect(report.filter).toEqual([
      { key: "SERVICE", operator: "=", value: "A=B" },
      { key: "TAG:team", operator: "!=", value: "web" },
    ]);
    expect(readReport(reportQuery(report), today)).toEqual(report);
  });
  it("ignoresNonsense", () => {
    const report = readReport(new URLSearchParams("start=2026-13-01&last=x&group=NAME&metric=Beauty&filter=oops&range=ever"), today);
    expect(report).toMatchObject({ preset: "last-6m", groupBy: ["SERVICE"], metric: "UnblendedCost", filter: [] });
  });
  it("keepsNoGroupingApartFromTheOrdinaryOne", () => {
    const report = readReport(new URLSearchParams("group=none"), today);
    expect(report.groupBy).toEqual([]);
    expect(readReport(reportQuery(report), today).groupBy).toEqual([]);
  });
  it("namesDaysOfPresets", () => {
    expect(presetDays("last-month", today)).toEqual({ start: "2026-10-01", last: "2026-10-31" });
    expect(presetDays("last-12m", today).start).toBe("2025-12-01");
    expect(wireEnd({ last: "2026-12-31" })).toBe("2027-01-01");
    expect(monthRange(["2026-02", "2025-12"])).toEqual({ start: "2025-12-01", last: "2026-02-28" });
  });
});

describe("a filter on the wire", () => {
  it("isAbsentWithoutTokens", () => {
    expect(filterExpression({ filter: [], join: "and" })).toBeUndefined();
  });
  it("joinsValuesOfOneKeyAndNegates", () => {
    expect(
      filterExpression({
        join: "and",
        filter: [
          { key: "SERVICE", operator: "=", value: "a" },
          { key: "SERVICE", operator: "=", value: "b" },
          { key: "TAG:team", operator: "!=", value: "" },
        ],
      }),
    ).toEqual({
      And: [{ Dimensions: { Key: "SERVICE", Values: ["a", "b"] } }, { Not: { Tags: { Key: "team", Values: [""] } } }],
    });
  });
  it("orsWhenAsked", () => {
    expect(
      filterExpression({
        join: "or",
        filter: [
          { key: "REGION", operator: "=", value: "x" },
          { key: "SERVICE", operator: "!=", value: "y" },
        ],
      }),
    ).toEqual({ Or: [{ Dimensions: { Key: "REGION", Values: ["x"] } }, { Not: { Dimensions: { Key: "SERVICE", Values: ["y"] } } }] });
  });
});

const answer = {
  unit: "USD",
  total: decimal("66.5"),
  groups: Array.from({ length: 12 }, (_, index) => ({ key: `s${index}`, keys: [`s${index}`], total: decimal("1") })),
  periods: [
    {
      start: "2026-10-01",
      estimated: false,
      total: decimal("66.5"),
      groups: new Map(Array.from({ length: 12 }, (_, index) => [`s${index}`, decimal(index === 11 ? "11.5" : String(index))])),
    },
  ],
};

it("drawsTheRestAsOneSoThatBarsStayWhole", () => {
  const series = chartSeries({ granularity: "MONTHLY", groupBy: ["SERVICE"] }, answer, en);
  expect(series).toHaveLength(10);
  expect(series.at(-1)).toEqual({ title: "Others", data: [{ x: "Oct 2026", y: 30.5 }] });
  expect(series.reduce((sum, one) => sum + one.data[0]!.y, 0)).toBe(66.5);
});

it("writesTheTableWithEveryDigit", () => {
  const report = readReport(new URLSearchParams("start=2026-10-01&last=2026-10-31"), today);
  const lines = costCsv(report, answer, en).split("\r\n");
  expect(lines[0]).toBe("Service,2026-10,Total (USD)");
  expect(lines[1]).toBe("Total,66.5,66.5");
  expect(lines[13]).toBe("s11,11.5,1");
});

it("namesWhatHasNoValue", () => {
  expect(keyLabel("TAG:team", "team$", en)).toBe("No tag: team");
  expect(keyLabel("TAG:team", "team$web", en)).toBe("web");
  expect(keyLabel("REGION", "", en)).toBe("No region");
});
