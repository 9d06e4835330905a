/** The stand-in's cost categories, tags, anomalies, commitments, forecasts and comparisons. */
import { failure } from "./stand-in-state.mjs";

const arn = (kind, id) => `arn:aws:ce::210987654321:${kind}/${id}`;
const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const moment = (offset) => `${day(offset)}T00:00:00Z`;

const categories = [
  {
    CostCategoryArn: arn("costcategory", "team"),
    Name: "Team",
    RuleVersion: "CostCategoryExpression.v1",
    EffectiveStart: "2026-10-01T00:00:00Z",
    DefaultValue: "Shared",
    Rules: [
      { Type: "REGULAR", Value: "Web", Rule: { Tags: { Key: "team", Values: ["web"] } } },
      { Type: "REGULAR", Value: "Data", Rule: { Or: [{ Tags: { Key: "team", Values: ["data"], MatchOptions: ["STARTS_WITH"] } }, { Dimensions: { Key: "LINKED_ACCOUNT", Values: ["310987654321"] } }] } },
      { Type: "INHERITED_VALUE", InheritedValue: { DimensionName: "TAG", DimensionKey: "team" } },
    ],
    SplitChargeRules: [{ Source: "Shared", Targets: ["Web", "Data"], Method: "FIXED", Parameters: [{ Type: "ALLOCATION_PERCENTAGES", Values: ["60", "40"] }] }],
    ProcessingStatus: [{ Component: "COST_EXPLORER", Status: "APPLIED" }],
  },
  {
    CostCategoryArn: arn("costcategory", "product"),
    Name: "Product",
    RuleVersion: "CostCategoryExpression.v1",
    EffectiveStart: "2026-11-01T00:00:00Z",
    Rules: [{ Type: "REGULAR", Value: "Lighthouse", Rule: { Dimensions: { Key: "LINKED_ACCOUNT", Values: ["410987654321"] } } }],
    ProcessingStatus: [{ Component: "COST_EXPLORER", Status: "PROCESSING" }],
  },
];
const monitors = [
  { MonitorArn: arn("anomalymonitor", "services"), MonitorName: "Services", MonitorType: "DIMENSIONAL", MonitorDimension: "SERVICE", CreationDate: moment(-60), LastEvaluatedDate: moment(-1) },
  { MonitorArn: arn("anomalymonitor", "web"), MonitorName: "Web team", MonitorType: "CUSTOM", MonitorSpecification: { Tags: { Key: "team", Values: ["web"] } }, CreationDate: moment(-20), LastEvaluatedDate: moment(-1) },
];
const subscriptions = [
  {
    SubscriptionArn: arn("anomalysubscription", "daily"),
    SubscriptionName: "Daily summary",
    MonitorArnList: monitors.map((monitor) => monitor.MonitorArn),
    Frequency: "DAILY",
    Subscribers: [{ Address: "finance@harbour.example", Type: "EMAIL", Status: "CONFIRMED" }],
    ThresholdExpression: {
      Or: [
        { Dimensions: { Key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE", MatchOptions: ["GREATER_THAN_OR_EQUAL"], Values: ["100"] } },
        { Dimensions: { Key: "ANOMALY_TOTAL_IMPACT_PERCENTAGE", MatchOptions: ["GREATER_THAN_OR_EQUAL"], Values: ["40"] } },
      ],
    },
  },
];
const anomalies = [
  {
    AnomalyId: "a-1",
    MonitorArn: monitors[0].MonitorArn,
    AnomalyStartDate: moment(-12),
    AnomalyEndDate: moment(-10),
    DimensionValue: "Amazon Elastic Compute Cloud",
    AnomalyScore: { MaxScore: 0.9, CurrentScore: 0.7 },
    Impact: { MaxImpact: 140.5, TotalImpact: 312.75, TotalActualSpend: 705.1, TotalExpectedSpend: 392.35, TotalImpactPercentage: 79.7 },
    RootCauses: [{ Service: "Amazon Elastic Compute Cloud", Region: "eu-central-1", LinkedAccount: "310987654321", LinkedAccountName: "Ferry", UsageType: "EUC1-BoxUsage:m5.4xlarge" }],
  },
];
const tags = [
  { TagKey: "team", Type: "UserDefined", Status: "Active", LastUpdatedDate: moment(-80), LastUsedDate: moment(-1) },
  { TagKey: "environment", Type: "UserDefined", Status: "Inactive", LastUpdatedDate: moment(-80), LastUsedDate: moment(-3) },
  { TagKey: "aws:createdBy", Type: "AWSGenerated", Status: "Inactive", LastUpdatedDate: moment(-80) },
];

const reports = [
  { ReportId: "monthly-by-service", ReportName: "Monthly costs by service", Query: "range=last-6m&granularity=MONTHLY&metric=UnblendedCost&group=SERVICE&chart=stack", Default: true },
  { ReportId: "daily", ReportName: "Daily costs", Query: "range=last-30&granularity=DAILY&metric=UnblendedCost&group=none&chart=line", Default: true },
];

function periods({ Start, End }, granularity) {
  const found = [];
  for (let at = new Date(`${Start.slice(0, 10)}T00:00:00Z`); at.toISOString().slice(0, 10) < End; ) {
    const start = at.toISOString().slice(0, 10);
    if (granularity === "MONTHLY") at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
    else at = new Date(at.getTime() + 86_400_000);
    found.push({ Start: start, End: at.toISOString().slice(0, 10) });
  }
  return found;
}

const number = (value) => value.toFixed(10);

const answers = {
  GetCostCategories: (input) => (input.CostCategoryName ? { CostCategoryValues: ["Web", "Data", "Shared"], ReturnSize: 3, TotalSize: 3 } : { CostCategoryNames: ["Product", "Team"], ReturnSize: 2, TotalSize: 2 }),
  DescribeReport: () => ({ Reports: reports }),
  CreateReport: (input) => {
    reports.push({ ReportId: `r-${reports.length}`, ...input });
    return { ReportId: reports.at(-1).ReportId };
  },
  UpdateReport: (input) => Object.assign(reports.find((one) => one.ReportId === input.ReportId), input),
  DeleteReport: (input) => (reports.splice(reports.findIndex((one) => one.ReportId === input.ReportId), 1), {}),
  ListCostCategoryDefinitions: () => ({
    CostCategoryReferences: categories.map(({ Rules, SplitChargeRules: _, RuleVersion: __, ...one }) => ({ ...one, NumberOfRules: Rules.length, Values: Rules.flatMap((rule) => rule.Value ?? []) })),
  }),
  DescribeCostCategoryDefinition: (input) => ({ CostCategory: categories.find((one) => one.CostCategoryArn === input.CostCategoryArn) }),
  CreateCostCategoryDefinition: (input) => {
    const made = { CostCategoryArn: arn("costcategory", input.Name.toLowerCase()), EffectiveStart: "2026-11-01T00:00:00Z", ProcessingStatus: [{ Component: "COST_EXPLORER", Status: "PROCESSING" }], ...input };
    categories.push(made);
    return { CostCategoryArn: made.CostCategoryArn, EffectiveStart: made.EffectiveStart };
  },
  ListCostAllocationTags: () => ({ CostAllocationTags: tags }),
  UpdateCostAllocationTagsStatus: (input) => {
    for (const { TagKey, Status } of input.CostAllocationTagsStatus) Object.assign(tags.find((tag) => tag.TagKey === TagKey) ?? {}, { Status });
    return { Errors: [] };
  },
  ListCostAllocationTagBackfillHistory: () => ({ BackfillRequests: [{ BackfillFrom: "2026-08-01T00:00:00Z", RequestedAt: moment(-9), CompletedAt: moment(-9), BackfillStatus: "SUCCEEDED" }] }),
  GetAnomalies: () => ({ Anomalies: anomalies }),
  GetAnomalyMonitors: () => ({ AnomalyMonitors: monitors }),
  GetAnomalySubscriptions: () => ({ AnomalySubscriptions: subscriptions }),
  GetReservationUtilization: (input) => {
    const figures = (n) => ({ UtilizationPercentage: String(81 + n * 2.5), PurchasedHours: "1488", TotalActualHours: String(1205 + 37 * n), UnusedHours: String(283 - 37 * n), OnDemandCostOfRIHoursUsed: "231.3600000000", TotalAmortizedFee: "150.12", NetRISavings: "81.24" });
    return { UtilizationsByTime: periods(input.TimePeriod, input.Granularity).map((TimePeriod, n) => ({ TimePeriod, Groups: [], Total: figures(n % 6) })), Total: figures(2) };
  },
  GetReservationCoverage: (input) => {
    const Total = { CoverageHours: { OnDemandHours: "744", ReservedHours: "1205", TotalRunningHours: "1949", CoverageHoursPercentage: "61.8265777322" }, CoverageCost: { OnDemandCost: "142.8480000000" } };
    return { CoveragesByTime: periods(input.TimePeriod, input.Granularity).map((TimePeriod) => ({ TimePeriod, Groups: [], Total })), Total };
  },
  GetSavingsPlansUtilization: () => {
    throw failure("DataUnavailableException", "There are no Savings Plans in this period.");
  },
  GetCostForecast: (input) => {
    const size = input.Granularity === "MONTHLY" ? 9200 : 310;
    const results = periods(input.TimePeriod, input.Granularity).map((TimePeriod, n) => {
      const mean = size * (TimePeriod.Start.endsWith("-01") || input.Granularity === "DAILY" ? 1 : 0.25) * (1 + n / 60);
      return { TimePeriod, MeanValue: number(mean), PredictionIntervalLowerBound: number(mean * 0.9), PredictionIntervalUpperBound: number(mean * 1.1) };
    });
    return { Total: { Amount: number(results.reduce((sum, one) => sum + Number(one.MeanValue), 0)), Unit: "USD" }, ForecastResultsByTime: results };
  },
  GetCostComparisonDrivers: (input) => {
    const Metrics = { [input.MetricForComparison]: { BaselineTimePeriodAmount: "120.0000000000", ComparisonTimePeriodAmount: "402.5000000000", Difference: "282.5000000000", Unit: "USD" } };
    return { CostComparisonDrivers: [{ CostSelector: { Dimensions: { Key: "SERVICE", Values: ["Amazon Elastic Compute Cloud"] } }, Metrics, CostDrivers: [{ Type: "USAGE_CHANGE", Name: "EUC1-BoxUsage:m5.4xlarge", Metrics }] }] };
  },
  GetCostAndUsageComparisons: (input) => {
    const metric = (before, after) => ({ [input.MetricForComparison]: { BaselineTimePeriodAmount: number(before), ComparisonTimePeriodAmount: number(after), Difference: number(after - before), Unit: "USD" } });
    const found = [["Amazon Elastic Compute Cloud", 4010.2, 4320.75], ["Amazon Simple Storage Service", 1260.1, 1101.4], ["AWS Lambda", 0, 84.2]];
    return {
      CostAndUsageComparisons: found.map(([value, before, after]) => ({ CostAndUsageSelector: { Dimensions: { Key: "SERVICE", Values: [value], MatchOptions: ["EQUALS"] } }, Metrics: metric(before, after) })),
      TotalCostAndUsage: metric(5270.3, 5506.35),
    };
  },
};

/** The answer of an operation that sets up or watches costs; refuses one that this stand-in lacks as the server does. */
export function costSetupOperation(name, input) {
  const answer = answers[name];
  if (!answer) throw failure("UnknownOperationException", `There is no operation ${name}.`);
  return answer(input);
}
