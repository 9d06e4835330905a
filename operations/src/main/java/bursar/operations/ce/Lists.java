package bursar.operations.ce;

import bursar.domain.Failure;
import bursar.domain.costs.Amount;
import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostQuery;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.Visibility;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.model.SortDefinition;

/** Lists of values: sorted by what they cost where that is asked, and cut into pages. */
final class Lists {
  /** How many values a page holds when the request does not say. */
  static final int PAGE_DEFAULT = 1_000;

  private Lists() {}

  /**
   * One page.
   *
   * @param items what it holds
   * @param total how many there are in all
   * @param next where the next page begins; 0 when this is the last
   */
  record Page<T>(List<T> items, int total, int next) {}

  /** The page that begins at the offset; an offset past the end gives an empty page. */
  static <T> Page<T> page(List<T> all, int offset, @Nullable Integer max) {
    int size = max == null ? PAGE_DEFAULT : max;
    int from = Math.min(offset, all.size());
    int to = Math.min(from + size, all.size());
    return new Page<>(all.subList(from, to), all.size(), to < all.size() ? to : 0);
  }

  /**
   * The values in the order that was asked for: by one metric's sum over the span. Without a sort, the order stays.
   *
   * @throws Failure {@code ValidationException} for more than one sort key, an unknown metric, or an unknown order
   */
  static <T> List<T> sorted(List<T> values, Function<T, String> name, List<SortDefinition> sorts, GroupKey key, CostStore costs,
      Visibility visibility, TimeSpan span, CostFilter filter) {
    if (sorts.isEmpty()) {
      return values;
    }
    if (sorts.size() > 1) {
      throw new Failure("ValidationException", "SortBy takes one metric here, and this request names " + sorts.size() + ".");
    }
    SortDefinition sort = sorts.getFirst();
    Metric metric = Metric.named(String.valueOf(sort.key()));
    Map<String, BigDecimal> sums = sums(costs.query(visibility, new CostQuery(span, Granularity.MONTHLY, List.of(metric), filter, List.of(key))),
        metric);
    Comparator<T> order = Comparator.comparing(value -> sums.getOrDefault(name.apply(value), BigDecimal.ZERO));
    return values.stream().sorted("ASCENDING".equals(order(sort)) ? order : order.reversed()).toList();
  }

  private static String order(SortDefinition sort) {
    String order = sort.sortOrderAsString() == null ? "DESCENDING" : sort.sortOrderAsString();
    if (!order.equals("ASCENDING") && !order.equals("DESCENDING")) {
      throw new Failure("ValidationException", "There is no sort order '" + order + "'; it is ASCENDING or DESCENDING.");
    }
    return order;
  }

  private static Map<String, BigDecimal> sums(CostAnswer answer, Metric metric) {
    Map<String, BigDecimal> sums = new HashMap<>();
    for (CostAnswer.Period period : answer.periods()) {
      for (CostAnswer.Group group : period.groups()) {
        Amount amount = group.amounts().get(metric);
        if (amount != null) {
          sums.merge(group.keys().getFirst(), amount.value(), BigDecimal::add);
        }
      }
    }
    return sums;
  }
}
