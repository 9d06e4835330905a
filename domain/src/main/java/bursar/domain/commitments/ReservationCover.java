package bursar.domain.commitments;

import java.math.BigDecimal;

/**
 * How much of what ran was covered by reservations.
 *
 * @param onDemandHours the hours that were not
 * @param reservedHours the hours that were
 * @param onDemandUnits {@code onDemandHours} scaled by the size of the instance
 * @param reservedUnits {@code reservedHours} scaled by the size of the instance
 * @param onDemandCost what the hours that were not covered cost
 */
public record ReservationCover(
    BigDecimal onDemandHours, BigDecimal reservedHours, BigDecimal onDemandUnits, BigDecimal reservedUnits, BigDecimal onDemandCost) {
  /** Nothing ran. */
  public static final ReservationCover NONE =
      new ReservationCover(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Both together. */
  public ReservationCover plus(ReservationCover other) {
    return new ReservationCover(onDemandHours.add(other.onDemandHours), reservedHours.add(other.reservedHours),
        onDemandUnits.add(other.onDemandUnits), reservedUnits.add(other.reservedUnits), onDemandCost.add(other.onDemandCost));
  }

  /** All hours. */
  public BigDecimal totalHours() {
    return onDemandHours.add(reservedHours);
  }

  /** All hours, scaled. */
  public BigDecimal totalUnits() {
    return onDemandUnits.add(reservedUnits);
  }

  /** Which part of the hours was covered, in percent. */
  public BigDecimal coverage() {
    return Ratios.percent(reservedHours, totalHours());
  }

  /** Which part of the scaled hours was covered, in percent. */
  public BigDecimal coverageInUnits() {
    return Ratios.percent(reservedUnits, totalUnits());
  }
}
