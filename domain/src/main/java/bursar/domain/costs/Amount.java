package bursar.domain.costs;

import java.math.BigDecimal;

/**
 * A sum of a metric, exact.
 *
 * @param value the sum; trailing zeros mean nothing
 * @param unit the currency of money (USD), the unit of usage (Hrs), or {@link #MIXED} where units differ
 */
public record Amount(BigDecimal value, String unit) {
  /** The unit of usage whose units differ or are unknown, as Cost Explorer writes it. */
  public static final String MIXED = "N/A";
}
