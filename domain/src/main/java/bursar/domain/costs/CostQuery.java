package bursar.domain.costs;

import bursar.domain.Failure;
import java.util.List;

/**
 * A question about costs.
 *
 * @param span the rows whose charge begins in it count
 * @param granularity how long one period of the answer is; the first and the last are cut to the span
 * @param metrics what is summed; at least one
 * @param filter which rows are meant, among those the caller may see
 * @param groupBy what the answer is broken down by, in order; at most {@value #GROUP_KEYS_MAX}
 */
public record CostQuery(TimeSpan span, Granularity granularity, List<Metric> metrics, CostFilter filter, List<GroupKey> groupBy) {
  /** How many group keys one question may have; Cost Explorer allows callers two, bills need five. */
  public static final int GROUP_KEYS_MAX = 6;

  /** Refuses a question without a metric, or with too many keys. */
  public CostQuery {
    metrics = metrics.stream().distinct().toList();
    groupBy = List.copyOf(groupBy);
    if (metrics.isEmpty()) {
      throw new Failure("ValidationException", "A cost query names at least one metric.");
    }
    if (groupBy.size() > GROUP_KEYS_MAX) {
      throw new Failure("ValidationException", "A cost query is grouped by at most " + GROUP_KEYS_MAX + " keys.");
    }
  }
}
