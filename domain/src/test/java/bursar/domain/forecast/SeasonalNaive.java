package bursar.domain.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The naive peer: every day costs what the same weekday of the last week cost; its interval follows from the differences of weeks. */
final class SeasonalNaive {
  private static final int WEEK = 7;

  private SeasonalNaive() {}

  static ForecastModel.Expected sum(DailyHistory history, LocalDate first, LocalDate dayAfterLast, double share) {
    double[] values = history.values();
    int from = Math.toIntExact(ChronoUnit.DAYS.between(history.end(), first)) + 1;
    int to = Math.toIntExact(ChronoUnit.DAYS.between(history.end(), dayAfterLast));
    double mean = 0;
    for (int ahead = from; ahead <= to; ahead++) {
      mean += values[values.length - WEEK + (ahead - 1) % WEEK];
    }
    double squares = 0;
    for (int i = WEEK; i < values.length; i++) {
      squares += Math.pow(values[i] - values[i - WEEK], 2);
    }
    double weights = 0;
    for (int shock = 1; shock <= to; shock++) {
      int weight = 0;
      for (int ahead = shock; ahead <= to; ahead += WEEK) {
        weight += ahead >= from ? 1 : 0;
      }
      weights += (double) weight * weight;
    }
    double half = Statistics.deviations(share) * Math.sqrt(weights * squares / (values.length - WEEK));
    return new ForecastModel.Expected(mean, mean - half, mean + half);
  }
}
