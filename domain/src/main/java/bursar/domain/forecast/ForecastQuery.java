package bursar.domain.forecast;

import bursar.domain.Failure;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TimeSpan;

/**
 * A question about costs to come.
 *
 * @param span whole UTC days, from today on
 * @param granularity DAILY or MONTHLY; the first and the last month are cut to the span
 * @param metric what is forecast
 * @param filter which rows are meant, among those the caller may see
 * @param level how likely an interval is to hold what will come, in percent, from {@value #LEVEL_MIN} to {@value #LEVEL_MAX}
 */
public record ForecastQuery(TimeSpan span, Granularity granularity, Metric metric, CostFilter filter, int level) {
  /** The lowest level of an interval. */
  public static final int LEVEL_MIN = 51;

  /** The highest level of an interval. */
  public static final int LEVEL_MAX = 99;

  /** The level where none was asked for. */
  public static final int LEVEL_DEFAULT = 80;

  /** Refuses a granularity or a level that forecasts do not have. */
  public ForecastQuery {
    if (granularity == Granularity.HOURLY) {
      throw new Failure("ValidationException", "Forecasts are DAILY or MONTHLY; there are none by the hour.");
    }
    if (level < LEVEL_MIN || level > LEVEL_MAX) {
      throw new Failure("ValidationException",
          "The level of a prediction interval is from " + LEVEL_MIN + " to " + LEVEL_MAX + " percent, and not " + level + ".");
    }
  }
}
