package bursar.domain.categories;

import java.math.BigDecimal;
import java.util.List;

/**
 * How the costs of one value of a cost category are shared among others.
 *
 * @param source the value whose costs are shared
 * @param targets the values that get them
 * @param percentages for {@link Method#FIXED}, one for each target, summing to 100; else empty
 */
public record SplitRule(String source, List<String> targets, Method method, List<BigDecimal> percentages) {
  /** Copies the lists. */
  public SplitRule {
    targets = List.copyOf(targets);
    percentages = List.copyOf(percentages);
  }

  /** By what measure. */
  public enum Method {
    /** By what the targets themselves cost. */
    PROPORTIONAL,
    /** By given percentages. */
    FIXED,
    /** All the same. */
    EVEN
  }
}
