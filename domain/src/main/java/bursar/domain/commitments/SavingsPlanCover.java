package bursar.domain.commitments;

import java.math.BigDecimal;

/**
 * How much of the spend that savings plans could cover was covered.
 *
 * @param covered what was covered, at on-demand prices
 * @param onDemand what was not
 */
public record SavingsPlanCover(BigDecimal covered, BigDecimal onDemand) {
  /** Nothing ran. */
  public static final SavingsPlanCover NONE = new SavingsPlanCover(BigDecimal.ZERO, BigDecimal.ZERO);

  /** Both together. */
  public SavingsPlanCover plus(SavingsPlanCover other) {
    return new SavingsPlanCover(covered.add(other.covered), onDemand.add(other.onDemand));
  }

  /** Both parts. */
  public BigDecimal total() {
    return covered.add(onDemand);
  }

  /** Which part was covered, in percent. */
  public BigDecimal coverage() {
    return Ratios.percent(covered, total());
  }
}
