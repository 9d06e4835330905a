package bursar.domain.forecast;

import bursar.domain.costs.TimeSpan;
import java.math.BigDecimal;
import java.util.List;

/**
 * What is expected.
 *
 * @param unit the currency, or the unit of usage
 * @param total the sum of the means of all periods, exactly
 * @param periods every period of the asked span in order
 */
public record Forecast(String unit, BigDecimal total, List<Period> periods) {
  /** Copies the periods. */
  public Forecast {
    periods = List.copyOf(periods);
  }

  /**
   * One period.
   *
   * @param span the part of the asked span it covers
   * @param mean the most that can be said in one number
   * @param lower the lower end of the interval
   * @param upper its upper end
   */
  public record Period(TimeSpan span, BigDecimal mean, BigDecimal lower, BigDecimal upper) {}
}
