package bursar.domain.comparisons;

import java.math.BigDecimal;

/**
 * One metric in both months.
 *
 * @param baseline its sum in the month that is compared with
 * @param comparison its sum in the month that is looked at
 * @param unit the currency, or the unit of usage
 */
public record Difference(BigDecimal baseline, BigDecimal comparison, String unit) {
  /** What the comparison is above the baseline; negative where it is below. */
  public BigDecimal change() {
    return comparison.subtract(baseline);
  }
}
