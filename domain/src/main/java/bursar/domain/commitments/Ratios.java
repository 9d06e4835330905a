package bursar.domain.commitments;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Quotients with ten digits after the point; 0 where nothing is divided by. */
final class Ratios {
  private static final int SCALE = 10;

  private Ratios() {}

  static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? BigDecimal.ZERO : part.multiply(BigDecimal.valueOf(100)).divide(whole, SCALE, RoundingMode.HALF_EVEN);
  }

  static BigDecimal scaled(BigDecimal value, BigDecimal times, BigDecimal over) {
    return over.signum() == 0 ? BigDecimal.ZERO : value.multiply(times).divide(over, SCALE, RoundingMode.HALF_EVEN);
  }
}
