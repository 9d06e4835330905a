import { describe, expect, it } from "vitest";
import { en } from "../../messages/en";
import { decimal } from "../../money/decimal";
import { forecastMetric } from "../../clients/cost-forecast";
import { selected } from "../../clients/cost-comparison";
import { comparisonCsv } from "./ComparisonView";
import { costCsv } from "./CostTable";
import { filterExpression, fromField, OPERATORS, readToken, toField, writeToken } from "./filter";
import { forecastCsv } from "./ForecastTable";
import { groupLabel, keyLabel } from "./labels";
import { forecastEnd, groupDefinition, monthRange, presetDays, readReport, reportQuery, wireMonth, wirePeriod } from "./report";
import { keepingSaved } from "./SavedReports";
import { chartSeries, forecastSeries, periodLabel } from "./series";

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
      ignoreCase: false,
      chart: "stack",
      forecast: 0,
      compare: undefined,
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
  it("keepsEveryDimensionCategoryForecastAndComparison", () => {
    const address =
      "range=last-7&granularity=MONTHLY&metric=NetAmortizedCost&group=CATEGORY%3ATeam&group=SAVINGS_PLAN_ARN&filter=CATEGORY%3ATeam%21%5E%3DPay&filter=RESOURCE_ID*%3Di-0&case=ignore&chart=line&forecast=3&compare=2026-09%2C2026-10";
    const report = readReport(new URLSearchParams(address), today);
    expect(report).toMatchObject({
      granularity: "MONTHLY",
      metric: "NetAmortizedCost",
      groupBy: ["CATEGORY:Team", "SAVINGS_PLAN_ARN"],
      filter: [
        { key: "CATEGORY:Team", operator: "!^=", value: "Pay" },
        { key: "RESOURCE_ID", operator: "*=", value: "i-0" },
      ],
      ignoreCase: true,
      forecast: 3,
      compare: { baseline: "2026-09", month: "2026-10" },
    });
    expect(reportQuery(report).toString()).toBe(address);
    expect(report.groupBy.map(groupDefinition)[0]).toEqual({ Type: "COST_CATEGORY", Key: "Team" });
  });
  it("namesDaysOfPresets", () => {
    expect(presetDays("last-month", today)).toEqual({ start: "2026-10-01", last: "2026-10-31" });
    expect(presetDays("last-12m", today).start).toBe("2025-12-01");
    const days = { start: "2026-12-01", last: "2026-12-31" };
    expect(wirePeriod({ ...days, granularity: "DAILY" })).toEqual({ start: "2026-12-01", end: "2027-01-01" });
    expect(wirePeriod({ ...days, granularity: "HOURLY" })).toEqual({ start: "2026-12-01T00:00:00Z", end: "2027-01-01T00:00:00Z" });
    expect(wireMonth("2026-12")).toEqual({ Start: "2026-12-01", End: "2027-01-01" });
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
  it("comparesBeginningsPartsAndEnds", () => {
    const filter = OPERATORS.map((operator) => ({ key: "TAG:team", operator, value: "web" }));
    expect(filter.map(writeToken).flatMap(readToken)).toEqual(filter);
    expect(filter.map((token) => fromField(token.key, toField(token).operator, toField(token).value))).toEqual(filter);
    const one = (operator: (typeof OPERATORS)[number], ignoreCase = false) =>
      filterExpression({ join: "and", ignoreCase, filter: [{ key: "TAG:team", operator, value: "web" }] });
    expect(one("^=")).toEqual({ Tags: { Key: "team", Values: ["web"], MatchOptions: ["STARTS_WITH"] } });
    expect(one("!$=")).toEqual({ Not: { Tags: { Key: "team", Values: ["web"], MatchOptions: ["ENDS_WITH"] } } });
    expect(one("=", true)).toEqual({ Tags: { Key: "team", Values: ["web"], MatchOptions: ["EQUALS", "CASE_INSENSITIVE"] } });
  });
  it("asksForWhatACostCategoryLeavesOutAsAbsent", () => {
    expect(filterExpression({ join: "and", filter: [{ key: "CATEGORY:Team", operator: "=", value: "" }] })).toEqual({
      CostCategories: { Key: "Team", MatchOptions: ["ABSENT"] },
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

it("leavesEmptyInTheFileWhatTheAnswerDoesNotHold", () => {
  const report = readReport(new URLSearchParams("start=2026-10-01&last=2026-11-30"), today);
  const group = { key: "a", keys: ["a"], total: decimal("1.2300000001") };
  const period = (start: string, groups: [string, ReturnType<typeof decimal>][]) => ({ start, estimated: false, total: decimal("1.2300000001"), groups: new Map(groups) });
  const two = { unit: "EUR", total: group.total, groups: [group], periods: [period("2026-10-01", [["a", group.total]]), period("2026-11-01", [])] };
  expect(costCsv(report, two, en).split("\r\n")[2]).toBe("a,1.2300000001,,1.2300000001");
});

describe("a forecast", () => {
  const forecast = {
    unit: "USD",
    total: decimal("30"),
    periods: [{ start: "2026-10-24", mean: decimal("30"), lower: decimal("20"), upper: decimal("40.5") }],
  };
  it("comesOnTopOfWhatWasChargedAlready", () => {
    const drawn = (chart: "stack" | "bar") => forecastSeries({ granularity: "MONTHLY", chart }, answer, forecast, en, "80 %");
    expect(drawn("bar").mean.data).toEqual([{ x: "Oct 2026", y: 96.5 }]);
    expect(drawn("stack").mean.data).toEqual([{ x: "Oct 2026", y: 30 }]);
    expect(drawn("stack").upper.data).toEqual([{ x: "Oct 2026", y: 107 }]);
  });
  it("isAFileWithEveryDigit", () => {
    expect(forecastCsv(forecast, en)).toBe("Period,Low (80 %) (USD),Expected (USD),High (80 %) (USD)\r\n2026-10-24,20,30,40.5\r\n");
  });
  it("reachesNoFurtherThanItsGranularityCan", () => {
    expect(readReport(new URLSearchParams("granularity=DAILY&forecast=12"), today).forecast).toBe(0);
    expect(readReport(new URLSearchParams("granularity=HOURLY&forecast=1"), today).forecast).toBe(0);
    expect(forecastEnd("DAILY", 3, "2027-02-01")).toBe("2027-05-01");
    expect(forecastEnd("MONTHLY", 12, "2026-11-23")).toBe("2027-12-01");
  });
  it("spellsMetricsAsForecastsDo", () => {
    expect(forecastMetric("NetUnblendedCost")).toBe("NET_UNBLENDED_COST");
    expect(forecastMetric("NormalizedUsageAmount")).toBe("NORMALIZED_USAGE_AMOUNT");
  });
});

it("comparesTwoMonthsWithTheServersOwnFigures", () => {
  expect(selected({ And: [{ Dimensions: { Key: "REGION", Values: ["eu-west-1"] } }, { Tags: { Key: "team", MatchOptions: ["ABSENT"] } }] })).toEqual(["eu-west-1", ""]);
  const groups = [
    { keys: ["a"], before: "1.10", after: "2.30", difference: "1.20" },
    { keys: ["b"], before: "9", after: "4", difference: "-5" },
  ];
  const total = { before: "10.10", after: "6.30", difference: "-3.80" };
  expect(comparisonCsv({ groupBy: ["SERVICE"] }, { baseline: "2026-09", month: "2026-10" }, { unit: "USD", groups, total }, en).split("\r\n")).toEqual([
    "Service,2026-09,2026-10,Difference (USD)",
    "Total,10.10,6.30,-3.80",
    "b,9,4,-5",
    "a,1.10,2.30,1.20",
    "",
  ]);
});

it("namesPeriodsApartAcrossYears", () => {
  expect(periodLabel({ granularity: "DAILY", start: "2025-12-01", last: "2026-01-31" }, "2025-12-31")).toBe("Dec 31, 2025");
  expect(periodLabel({ granularity: "HOURLY" }, "2026-09-14T07:00:00Z")).toBe("Sep 14, 07:00");
});

it("namesAccountsAndWhatIsAbsent", () => {
  expect(groupLabel(["LINKED_ACCOUNT"], ["310987654321"], en, new Map([["310987654321", "Ferry"]]))).toBe("Ferry (310987654321)");
  expect(keyLabel("INSTANCE_TYPE", "NoInstanceType", en)).toBe("No instance type");
  expect(keyLabel("OPERATION", "NoOperation", en)).toBe("No API operation");
  expect(keyLabel("CATEGORY:Team", "Team$", en)).toBe("No category: Team");
});

it("keepsTheNameOfTheOpenSavedReportWhileItIsChanged", () => {
  const before = new URLSearchParams("report=r-1&range=last-7");
  expect(keepingSaved(before, new URLSearchParams("range=last-30")).toString()).toBe("range=last-30&report=r-1");
  expect(keepingSaved(new URLSearchParams(), new URLSearchParams("range=last-30")).toString()).toBe("range=last-30");
});
