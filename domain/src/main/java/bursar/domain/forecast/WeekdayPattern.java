package bursar.domain.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What each day of the week costs more, or less, than the week around it, by the last {@value #WEEKS} weeks. */
final class WeekdayPattern {
  private static final int WEEK = 7;
  private static final int WEEKS = 12;

  private final double[] extra = new double[WEEK];

  private WeekdayPattern() {}

  static WeekdayPattern of(DailyHistory history) {
    WeekdayPattern pattern = new WeekdayPattern();
    double[] values = history.values();
    List<List<Double>> found = new ArrayList<>();
    for (int i = 0; i < WEEK; i++) {
      found.add(new ArrayList<>());
    }
    int half = WEEK / 2;
    for (int i = Math.max(half, values.length - WEEK * WEEKS); i < values.length - half; i++) {
      double week = 0;
      for (int j = i - half; j <= i + half; j++) {
        week += values[j] / WEEK;
      }
      found.get(index(history.day(i))).add(values[i] - week);
    }
    double sum = 0;
    for (int i = 0; i < WEEK; i++) {
      List<Double> ofDay = found.get(i);
      pattern.extra[i] = ofDay.size() < 2 ? 0 : Statistics.median(ofDay.stream().mapToDouble(Double::doubleValue).toArray());
      sum += pattern.extra[i];
    }
    for (int i = 0; i < WEEK; i++) {
      pattern.extra[i] -= sum / WEEK;
    }
    return pattern;
  }

  private static int index(LocalDate day) {
    return day.getDayOfWeek().getValue() - 1;
  }

  /** What that day costs beyond the mean day of its week. */
  double extra(LocalDate day) {
    return extra[index(day)];
  }
}
