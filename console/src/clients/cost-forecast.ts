/** Asking Cost Explorer what costs or usage will be, with the interval in which eight of ten outcomes fall. */
import { type Expression, GetCostForecastCommand, GetUsageForecastCommand, type Granularity, type Metric } from "@aws-sdk/client-cost-explorer";
import { type Decimal, decimal } from "../money/decimal";
import { costs } from "./aws";

/** Percent of outcomes that fall between the lower and the upper bound. */
export const INTERVAL_PERCENT = 80;

export interface ForecastQuestion {
  readonly start: string;
  /** The day after the last. */
  readonly end: string;
  readonly granularity: Granularity;
  /** As costs are asked: `UnblendedCost`. */
  readonly metric: string;
  readonly filter?: Expression | undefined;
}

export interface ForecastPeriod {
  readonly start: string;
  readonly mean: Decimal;
  readonly lower: Decimal | undefined;
  readonly upper: Decimal | undefined;
}

export interface Forecast {
  readonly unit: string;
  readonly total: Decimal;
  readonly periods: readonly ForecastPeriod[];
}

/** UnblendedCost as forecasts spell it: UNBLENDED_COST. */
export function forecastMetric(metric: string): Metric {
  return metric.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase() as Metric;
}

export async function askForecast(question: ForecastQuestion): Promise<Forecast> {
  const input = {
    TimePeriod: { Start: question.start, End: question.end },
    Granularity: question.granularity,
    Metric: forecastMetric(question.metric),
    PredictionIntervalLevel: INTERVAL_PERCENT,
    ...(question.filter ? { Filter: question.filter } : {}),
  };
  const ofUsage = !question.metric.endsWith("Cost");
  const answer = ofUsage ? await costs.send(new GetUsageForecastCommand(input)) : await costs.send(new GetCostForecastCommand(input));
  return {
    unit: answer.Total?.Unit ?? "",
    total: decimal(answer.Total?.Amount ?? "0"),
    periods: (answer.ForecastResultsByTime ?? []).map((period) => ({
      start: period.TimePeriod?.Start ?? "",
      mean: decimal(period.MeanValue ?? "0"),
      lower: period.PredictionIntervalLowerBound ? decimal(period.PredictionIntervalLowerBound) : undefined,
      upper: period.PredictionIntervalUpperBound ? decimal(period.PredictionIntervalUpperBound) : undefined,
    })),
  };
}
