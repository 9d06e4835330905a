package bursar.domain.commitments;

import java.math.BigDecimal;

/**
 * How a reservation, or several together, were used.
 *
 * @param purchasedHours the hours the reservation offered
 * @param unusedHours those that nothing used
 * @param purchasedUnits {@code purchasedHours} scaled by the size of the instance
 * @param unusedUnits {@code unusedHours} scaled by the size of the instance
 * @param onDemandCost what the usage it covered would have cost on demand
 * @param upfrontFee the part of the upfront payment that falls on the time
 * @param recurringFee the recurring fee of the time
 * @param unusedCost the part of both fees that falls on unused hours
 */
public record ReservationUse(
    BigDecimal purchasedHours,
    BigDecimal unusedHours,
    BigDecimal purchasedUnits,
    BigDecimal unusedUnits,
    BigDecimal onDemandCost,
    BigDecimal upfrontFee,
    BigDecimal recurringFee,
    BigDecimal unusedCost) {
  /** Nothing reserved, nothing used. */
  public static final ReservationUse NONE = new ReservationUse(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
      BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Both together. */
  public ReservationUse plus(ReservationUse other) {
    return new ReservationUse(purchasedHours.add(other.purchasedHours), unusedHours.add(other.unusedHours),
        purchasedUnits.add(other.purchasedUnits), unusedUnits.add(other.unusedUnits), onDemandCost.add(other.onDemandCost),
        upfrontFee.add(other.upfrontFee), recurringFee.add(other.recurringFee), unusedCost.add(other.unusedCost));
  }

  /** The hours that were used. */
  public BigDecimal usedHours() {
    return purchasedHours.subtract(unusedHours);
  }

  /** The hours that were used, scaled by the size of the instance. */
  public BigDecimal usedUnits() {
    return purchasedUnits.subtract(unusedUnits);
  }

  /** Which part of the hours was used, in percent. */
  public BigDecimal utilization() {
    return Ratios.percent(usedHours(), purchasedHours);
  }

  /** Which part of the scaled hours was used, in percent. */
  public BigDecimal utilizationInUnits() {
    return Ratios.percent(usedUnits(), purchasedUnits);
  }

  /** Both fees. */
  public BigDecimal totalFee() {
    return upfrontFee.add(recurringFee);
  }

  /** What was saved: the price on demand less the fees; negative where the reservation cost more. */
  public BigDecimal netSavings() {
    return onDemandCost.subtract(totalFee());
  }

  /** What would have been saved had every hour been used, at the same prices. */
  public BigDecimal potentialSavings() {
    return Ratios.scaled(onDemandCost, purchasedHours, usedHours()).subtract(totalFee());
  }

  /** What the used hours saved: their price on demand less their part of the fees. */
  public BigDecimal realizedSavings() {
    return onDemandCost.subtract(totalFee().subtract(unusedCost));
  }

  /** What the unused hours would have saved. */
  public BigDecimal unrealizedSavings() {
    return potentialSavings().subtract(netSavings());
  }
}
