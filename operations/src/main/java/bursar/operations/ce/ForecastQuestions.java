package bursar.operations.ce;

import bursar.domain.Failure;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.Metric;
import bursar.domain.forecast.Forecast;
import bursar.domain.forecast.ForecastQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.ForecastResult;
import software.amazon.awssdk.services.costexplorer.model.MetricValue;

/** What the forecasts of costs and of usage share: how they are asked for, and how they are written. */
final class ForecastQuestions {
  private ForecastQuestions() {}

  /**
   * The question of a request.
   *
   * @param money whether a metric of money is meant, or one of usage
   */
  static ForecastQuery query(
      @Nullable DateInterval period, @Nullable String granularity, @Nullable String metric, boolean money, CostFilter filter, @Nullable Integer level) {
    Metric found = Metric.named(String.valueOf(metric));
    if (found.isMoney() != money) {
      throw new Failure("ValidationException", "The metric " + metric + (money ? " is none of costs. Ask GetUsageForecast for it."
          : " is none of usage. Ask GetCostForecast for it."));
    }
    return new ForecastQuery(Periods.span(period), Granularity.named(String.valueOf(granularity)), found, filter,
        level == null ? ForecastQuery.LEVEL_DEFAULT : level);
  }

  static MetricValue total(Forecast forecast) {
    return MetricValue.builder().amount(Amounts.text(forecast.total())).unit(forecast.unit()).build();
  }

  /** The periods; the ends of their intervals only where a level was asked for, as Cost Explorer does. */
  static List<ForecastResult> results(Forecast forecast, Granularity granularity, @Nullable Integer level) {
    return forecast.periods().stream().map(period -> {
      ForecastResult.Builder result =
          ForecastResult.builder().timePeriod(Periods.written(period.span(), granularity)).meanValue(Amounts.text(period.mean()));
      return level == null ? result.build()
          : result.predictionIntervalLowerBound(Amounts.text(period.lower())).predictionIntervalUpperBound(Amounts.text(period.upper())).build();
    }).toList();
  }
}
