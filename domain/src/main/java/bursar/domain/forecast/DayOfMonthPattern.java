package bursar.domain.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What certain days of the month cost more, or less, than the days around them: fees of reservations, support and subscriptions are charged on
 * the first. A day counts when it stood out in every month of the history; the first counts from one month on.
 */
final class DayOfMonthPattern {
  private static final int DAYS = 31;
  private static final int NEIGHBOURS = 3;
  /** How far, in spreads of ordinary days, a day stands out. */
  private static final double STANDS_OUT = 5;

  private final double[] extra = new double[DAYS + 1];
  private final double[] doubt = new double[DAYS + 1];

  private DayOfMonthPattern() {}

  static DayOfMonthPattern of(DailyHistory history) {
    DayOfMonthPattern pattern = new DayOfMonthPattern();
    double[] over = new double[history.values().length];
    for (int i = 0; i < over.length; i++) {
      over[i] = history.values()[i] - around(history.values(), i);
    }
    double limit = STANDS_OUT * Statistics.spread(over);
    for (int day = 1; day <= DAYS; day++) {
      pattern.learn(day, found(history, over, day), limit);
    }
    return pattern;
  }

  private static double[] found(DailyHistory history, double[] over, int dayOfMonth) {
    List<Double> found = new ArrayList<>();
    for (int i = 0; i < over.length; i++) {
      if (history.day(i).getDayOfMonth() == dayOfMonth) {
        found.add(over[i]);
      }
    }
    return found.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double around(double[] values, int at) {
    List<Double> near = new ArrayList<>();
    for (int i = Math.max(0, at - NEIGHBOURS); i <= Math.min(values.length - 1, at + NEIGHBOURS); i++) {
      if (i != at) {
        near.add(values[i]);
      }
    }
    return Statistics.median(near.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private void learn(int day, double[] found, double limit) {
    int needed = day == 1 ? 1 : 2;
    if (found.length < needed) {
      return;
    }
    double recent = Statistics.median(java.util.Arrays.copyOfRange(found, Math.max(0, found.length - 5), found.length));
    for (double value : found) {
      if (Math.abs(value) <= limit || Math.signum(value) != Math.signum(recent)) {
        return;
      }
    }
    extra[day] = recent;
    doubt[day] = found.length == 1 ? Math.abs(recent) / 4 : Math.max(Statistics.spread(found), Math.abs(recent) / 20);
  }

  /** What that day costs beyond what its neighbours cost. */
  double extra(LocalDate day) {
    return extra[day.getDayOfMonth()];
  }

  /** The standard deviation of {@link #extra}. */
  double doubt(LocalDate day) {
    return doubt[day.getDayOfMonth()];
  }
}
