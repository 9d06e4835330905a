package bursar.operations.ce;

import bursar.domain.Failure;
import bursar.domain.comparisons.Difference;
import bursar.domain.comparisons.MonthComparison;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TimeSpan;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.model.ComparisonMetricValue;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;

/** What the two comparisons of months share: how they are asked for, and how differences are written. */
final class ComparisonQuestions {
  private ComparisonQuestions() {}

  static MonthComparison of(
      @Nullable DateInterval baseline, @Nullable DateInterval comparison, String metric, CostFilter filter, List<GroupDefinition> groupBy) {
    return new MonthComparison(month("BaselineTimePeriod", baseline), month("ComparisonTimePeriod", comparison), Metric.named(metric), filter,
        GetCostAndUsage.keys(groupBy));
  }

  private static YearMonth month(String member, @Nullable DateInterval asked) {
    TimeSpan span = Periods.span(asked);
    YearMonth month = YearMonth.from(span.firstDay());
    if (!span.equals(TimeSpan.ofMonth(month))) {
      throw new Failure("ValidationException", member + " must start and end on the first day of a month, with a duration of exactly one month.");
    }
    return month;
  }

  static ComparisonMetricValue written(Difference difference) {
    return ComparisonMetricValue.builder()
        .baselineTimePeriodAmount(Amounts.text(difference.baseline()))
        .comparisonTimePeriodAmount(Amounts.text(difference.comparison()))
        .difference(Amounts.text(difference.change()))
        .unit(difference.unit())
        .build();
  }
}
