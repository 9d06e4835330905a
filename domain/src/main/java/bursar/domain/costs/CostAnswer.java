package bursar.domain.costs;

import java.util.List;
import java.util.Map;

/**
 * The answer to a {@link CostQuery}.
 *
 * @param periods every period of the asked span in order, also those without rows
 */
public record CostAnswer(List<Period> periods) {
  /** Copies the periods. */
  public CostAnswer {
    periods = List.copyOf(periods);
  }

  /**
   * One period.
   *
   * @param span the part of the asked span it covers
   * @param total the sum of all its rows for each asked metric, 0 where there are none
   * @param groups its groups in the order of their keys, those with rows only; empty when the query has no group key
   */
  public record Period(TimeSpan span, Map<Metric, Amount> total, List<Group> groups) {
    /** Copies the parts. */
    public Period {
      total = Map.copyOf(total);
      groups = List.copyOf(groups);
    }
  }

  /**
   * One group of one period; the groups of a period sum to its total exactly.
   *
   * @param keys the value of each group key in the query's order; empty text where the rows have no value
   * @param amounts the sum for each asked metric
   */
  public record Group(List<String> keys, Map<Metric, Amount> amounts) {
    /** Copies the parts. */
    public Group {
      keys = List.copyOf(keys);
      amounts = Map.copyOf(amounts);
    }
  }
}
