package bursar.domain.commitments;

import java.math.BigDecimal;

/**
 * How a savings plan, or several together, were used.
 *
 * @param commitment what was committed to
 * @param usedCommitment how much of it usage took
 * @param onDemandCost what the usage it covered would have cost on demand
 * @param upfrontCommitment the part of the upfront payment that falls on the time
 * @param recurringCommitment the recurring fee of the time
 */
public record SavingsPlanUse(
    BigDecimal commitment, BigDecimal usedCommitment, BigDecimal onDemandCost, BigDecimal upfrontCommitment, BigDecimal recurringCommitment) {
  /** Nothing committed, nothing used. */
  public static final SavingsPlanUse NONE =
      new SavingsPlanUse(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Both together. */
  public SavingsPlanUse plus(SavingsPlanUse other) {
    return new SavingsPlanUse(commitment.add(other.commitment), usedCommitment.add(other.usedCommitment), onDemandCost.add(other.onDemandCost),
        upfrontCommitment.add(other.upfrontCommitment), recurringCommitment.add(other.recurringCommitment));
  }

  /** How much of the commitment nothing took. */
  public BigDecimal unusedCommitment() {
    return commitment.subtract(usedCommitment);
  }

  /** Which part of the commitment was used, in percent. */
  public BigDecimal utilization() {
    return Ratios.percent(usedCommitment, commitment);
  }

  /** Upfront and recurring together. */
  public BigDecimal totalAmortized() {
    return upfrontCommitment.add(recurringCommitment);
  }

  /** What was saved: the price on demand less the commitment; negative where the plan cost more. */
  public BigDecimal netSavings() {
    return onDemandCost.subtract(totalAmortized());
  }
}
