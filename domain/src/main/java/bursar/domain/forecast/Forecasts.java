package bursar.domain.forecast;

import bursar.domain.Failure;
import bursar.domain.costs.Amount;
import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostQuery;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.Visibility;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Makes forecasts out of the cost store's rows (Cost Explorer user guide, «Forecasting with Cost Explorer»; the method is Bursar's own).
 *
 * <p>It learns from the whole days before today, {@value #HISTORY_DAYS} at most, up to the last day of which the caller sees any row: a month
 * that is not imported yet is no month without costs.
 */
public final class Forecasts {
  /** How many days before today count. */
  static final int HISTORY_DAYS = 396;

  /** How many days the newest data may lie before today. */
  static final int GAP_DAYS_MAX = 45;

  private static final int DAILY_MONTHS_MAX = 3;
  private static final int MONTHLY_MONTHS_MAX = 18;
  private static final int SCALE = 10;

  private final CostStore costs;

  /** Forecasts from these costs. */
  public Forecasts(CostStore costs) {
    this.costs = costs;
  }

  /**
   * The forecast that was asked for.
   *
   * @param now the moment of asking, whose UTC day is today
   * @throws Failure {@code ValidationException} for a span that begins in the past or reaches further than forecasts do; {@code
   *     DataUnavailableException} where there is less than a billing cycle of history, or where it ended long ago; {@code
   *     UnresolvableUsageUnitException} for usage in several units
   */
  public Forecast of(Visibility visibility, ForecastQuery query, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    checkSpan(query, today);
    LocalDate known = endOfData(visibility, today);
    List<CostAnswer.Period> days = costs.query(visibility, new CostQuery(TimeSpan.ofDays(today.minusDays(HISTORY_DAYS), known),
        Granularity.DAILY, List.of(query.metric()), query.filter(), List.of())).periods();
    List<Amount> amounts = days.stream().map(day -> amount(day.total(), query)).toList();
    DailyHistory history = new DailyHistory(today.minusDays(HISTORY_DAYS),
        amounts.stream().mapToDouble(amount -> amount.value().doubleValue()).toArray()).withoutEmptyBeginning();
    if (history.values().length < ForecastModel.DAYS_MIN) {
      throw new Failure("DataUnavailableException", "Insufficient amount of historical data. A forecast needs " + ForecastModel.DAYS_MIN
          + " days of costs before today, and these begin " + history.values().length + " days before the end of the data.");
    }
    return forecast(query, unit(query, amounts), ForecastModel.of(history));
  }

  private static Amount amount(Map<Metric, Amount> total, ForecastQuery query) {
    Amount amount = total.get(query.metric());
    if (amount == null) {
      throw new IllegalStateException("the cost store left out the metric " + query.metric().wireName());
    }
    return amount;
  }

  private static void checkSpan(ForecastQuery query, LocalDate today) {
    TimeSpan span = query.span();
    if (!span.equals(TimeSpan.ofDays(span.firstDay(), span.endDay()))) {
      throw new Failure("ValidationException", "A forecast covers whole days. Write Start and End as YYYY-MM-DD.");
    }
    if (span.firstDay().isBefore(today)) {
      throw new Failure("ValidationException", "A forecast cannot begin in the past: Start is " + span.firstDay() + ", and today is " + today
          + " (UTC). What was is answered by GetCostAndUsage.");
    }
    LocalDate last = query.granularity() == Granularity.DAILY ? today.plusMonths(DAILY_MONTHS_MAX).plusDays(1)
        : YearMonth.from(today).plusMonths(MONTHLY_MONTHS_MAX + 1).atDay(1);
    if (span.endDay().isAfter(last)) {
      throw new Failure("ValidationException", "A " + query.granularity() + " forecast reaches "
          + (query.granularity() == Granularity.DAILY ? DAILY_MONTHS_MAX : MONTHLY_MONTHS_MAX) + " months ahead: End is " + span.endDay()
          + " and may be " + last + " at the latest.");
    }
  }

  /** The day after the last one of which any row is visible, at most today. Rows at or after a day get fewer with the day: halving finds it. */
  private LocalDate endOfData(Visibility visibility, LocalDate today) {
    if (!anyFrom(visibility, today.minusDays(GAP_DAYS_MAX), today)) {
      throw new Failure("DataUnavailableException", "There are no costs of the last " + GAP_DAYS_MAX
          + " days to learn from. A forecast begins where the data ends; import the months since.");
    }
    int with = GAP_DAYS_MAX;
    int without = 0;
    int tried = 1;
    while (with - without > 1) {
      if (anyFrom(visibility, today.minusDays(tried), today)) {
        with = tried;
      } else {
        without = tried;
      }
      tried = (with + without) / 2;
    }
    return today.minusDays(with - 1L);
  }

  private boolean anyFrom(Visibility visibility, LocalDate from, LocalDate today) {
    return !costs.currencies(visibility, TimeSpan.ofDays(from, today)).isEmpty();
  }

  private static String unit(ForecastQuery query, List<Amount> amounts) {
    TreeSet<String> units = new TreeSet<>();
    amounts.stream().filter(amount -> amount.value().signum() != 0).forEach(amount -> units.add(amount.unit()));
    if (units.size() > 1 || units.contains(Amount.MIXED)) {
      throw new Failure("UnresolvableUsageUnitException", "The usage asked for is in several units or in none, and cannot be added. Filter on"
          + " USAGE_TYPE, or on another dimension that leaves one unit.");
    }
    return units.isEmpty() ? amounts.getLast().unit() : units.first();
  }

  private static Forecast forecast(ForecastQuery query, String unit, ForecastModel model) {
    List<Forecast.Period> periods = new ArrayList<>();
    LocalDate day = query.span().firstDay();
    while (day.isBefore(query.span().endDay())) {
      LocalDate next = query.granularity() == Granularity.DAILY ? day.plusDays(1) : YearMonth.from(day).plusMonths(1).atDay(1);
      LocalDate end = next.isAfter(query.span().endDay()) ? query.span().endDay() : next;
      ForecastModel.Expected expected = model.sum(day, end, query.level() / 100.0);
      periods.add(new Forecast.Period(TimeSpan.ofDays(day, end), written(expected.mean()), written(expected.lower()), written(expected.upper())));
      day = end;
    }
    return new Forecast(unit, periods.stream().map(Forecast.Period::mean).reduce(BigDecimal.ZERO, BigDecimal::add), periods);
  }

  private static BigDecimal written(double value) {
    return BigDecimal.valueOf(value).setScale(SCALE, RoundingMode.HALF_EVEN);
  }
}
