package bursar.domain.comparisons;

import bursar.domain.costs.CostFilter;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import java.time.YearMonth;
import java.util.List;

/**
 * A question about two months.
 *
 * @param baseline the month that is compared with
 * @param comparison the month that is looked at
 * @param metric what is compared
 * @param filter which rows are meant, among those the caller may see
 * @param groupBy what both are broken down by
 */
public record MonthComparison(YearMonth baseline, YearMonth comparison, Metric metric, CostFilter filter, List<GroupKey> groupBy) {
  /** Copies the keys. */
  public MonthComparison {
    groupBy = List.copyOf(groupBy);
  }
}
