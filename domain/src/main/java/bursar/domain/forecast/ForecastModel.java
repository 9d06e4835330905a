package bursar.domain.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a history leads to expect: a fading trend, the pattern of the week, and what certain days of the month add. Made for totals of a month;
 * single days follow from the same parts.
 */
final class ForecastModel {
  /** How many days a history needs: the shortest billing cycle. */
  static final int DAYS_MIN = 28;
  /**
   * How much wider than its own errors say the interval of a long sum is made, because the parts were fitted to the same days: by this always, and
   * by so many days in the length of the history. Both by the measure of held-back months.
   */
  private static final double FITTED = 0.15;
  private static final double FITTED_DAYS = 18;
  /** How far, in parts of the level a day, costs are taken to grow or shrink in ways that no past of theirs shows; by the same measure. */
  private static final double UNSEEN_GROWTH = 0.001;

  private final LocalDate end;
  private final DayOfMonthPattern daysOfMonth;
  private final WeekdayPattern weekdays;
  private final DampedTrend trend;
  private final boolean neverNegative;
  private final int historyDays;

  private ForecastModel(
      LocalDate end, DayOfMonthPattern daysOfMonth, WeekdayPattern weekdays, DampedTrend trend, boolean neverNegative, int historyDays) {
    this.end = end;
    this.daysOfMonth = daysOfMonth;
    this.weekdays = weekdays;
    this.trend = trend;
    this.neverNegative = neverNegative;
    this.historyDays = historyDays;
  }

  /**
   * A sum that is expected.
   *
   * @param mean the most that can be said in one number
   * @param lower the lower end of the interval
   * @param upper its upper end
   */
  record Expected(double mean, double lower, double upper) {}

  /** Learns from a history of at least {@link #DAYS_MIN} days. */
  static ForecastModel of(DailyHistory history) {
    if (history.values().length < DAYS_MIN) {
      throw new IllegalArgumentException("a history of " + history.values().length + " days is too short");
    }
    DayOfMonthPattern daysOfMonth = DayOfMonthPattern.of(history);
    double[] values = history.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] -= daysOfMonth.extra(history.day(i));
    }
    WeekdayPattern weekdays = WeekdayPattern.of(history.with(values));
    for (int i = 0; i < values.length; i++) {
      values[i] -= weekdays.extra(history.day(i));
    }
    return new ForecastModel(history.end(), daysOfMonth, weekdays, DampedTrend.of(values), history.neverNegative(),
        values.length);
  }

  /**
   * The sum of some days after the history.
   *
   * @param share how likely the interval is to hold the sum, above 0 and below 1
   */
  Expected sum(LocalDate first, LocalDate dayAfterLast, double share) {
    double mean = 0;
    double doubt = 0;
    double growth = 0;
    for (LocalDate day = first; day.isBefore(dayAfterLast); day = day.plusDays(1)) {
      mean += onlyPossible(trend.at(ahead(day)) + weekdays.extra(day)) + daysOfMonth.extra(day);
      doubt += daysOfMonth.doubt(day);
      growth += UNSEEN_GROWTH * ahead(day) * Math.abs(trend.at(1));
    }
    double days = ahead(dayAfterLast) - (double) ahead(first);
    double wider = 1 + (FITTED + FITTED_DAYS / historyDays) * (1 - 1 / days);
    double noise = wider * trend.deviation(ahead(first), ahead(dayAfterLast) - 1);
    double half = Statistics.deviations(share) * Math.hypot(Math.hypot(noise, growth), doubt);
    return new Expected(onlyPossible(mean), onlyPossible(mean - half), onlyPossible(mean + half));
  }

  private int ahead(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(end, day)) + 1;
  }

  private double onlyPossible(double value) {
    return neverNegative ? Math.max(0, value) : value;
  }
}
