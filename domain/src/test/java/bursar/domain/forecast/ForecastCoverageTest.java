package bursar.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How often held-back months and days fall into the interval, and how far off the mean is, beside the naive peer. */
class ForecastCoverageTest {
  private static final double SHARE = 0.8;
  private static final YearMonth HELD_BACK = YearMonth.of(2025, 7);

  /** What was seen of one kind of question. */
  private static final class Seen {
    private final String what;
    private int asked;
    private int inside;
    private int insideNaive;
    private double error;
    private double errorNaive;

    Seen(String what) {
      this.what = what;
    }

    void add(double actual, ForecastModel.Expected ours, ForecastModel.Expected naive) {
      asked++;
      inside += holds(ours, actual);
      insideNaive += holds(naive, actual);
      error += Math.abs(ours.mean() - actual) / actual;
      errorNaive += Math.abs(naive.mean() - actual) / actual;
    }

    private static int holds(ForecastModel.Expected expected, double actual) {
      return expected.lower() <= actual && actual <= expected.upper() ? 1 : 0;
    }

    double coverage() {
      return 100.0 * inside / asked;
    }

    double meanError() {
      return 100 * error / asked;
    }

    double meanErrorOfNaive() {
      return 100 * errorNaive / asked;
    }

    void print() {
      System.out.printf(Locale.ROOT, "%-34s %6d asked   ours: %5.1f %% inside, mean error %5.1f %%   seasonal naive: %5.1f %% inside, mean error %5.1f %%%n",
          what, asked, coverage(), meanError(), 100.0 * insideNaive / asked, meanErrorOfNaive());
    }
  }

  @Test
  void eightyPercentOfHeldBackMonthsFallIntoTheInterval() {
    Seen[] monthsAhead = {new Seen("month 1, forecast from its start"), new Seen("month 2"), new Seen("month 3"), new Seen("month 6")};
    Seen[] byLength = {new Seen("month 1, history 28-60 days"), new Seen("month 1, history 61-150 days"), new Seen("month 1, history 151-400 days")};
    Seen day = new Seen("a day of month 1");
    Seen rest = new Seen("rest of the month, from the 15th");
    Random random = new Random(20_251_124);
    for (int i = 0; i < 1_500; i++) {
      int length = i % 3 == 0 ? random.nextInt(28, 61) : i % 3 == 1 ? random.nextInt(61, 151) : random.nextInt(151, 401);
      LocalDate first = HELD_BACK.atDay(1).minusDays(length);
      DailyHistory all = CostSeries.make(first, length + 184, random);
      DailyHistory known = new DailyHistory(first, Arrays.copyOf(all.values(), length));
      ForecastModel model = ForecastModel.of(known);
      int[] ahead = {0, 1, 2, 5};
      for (int k = 0; k < ahead.length; k++) {
        YearMonth month = HELD_BACK.plusMonths(ahead[k]);
        ask(monthsAhead[k], all, known, model, month.atDay(1), month.plusMonths(1).atDay(1));
      }
      ask(byLength[i % 3], all, known, model, HELD_BACK.atDay(1), HELD_BACK.plusMonths(1).atDay(1));
      LocalDate someDay = HELD_BACK.atDay(random.nextInt(1, 32));
      ask(day, all, known, model, someDay, someDay.plusDays(1));
      DailyHistory half = new DailyHistory(first, Arrays.copyOf(all.values(), length + 14));
      ask(rest, all, half, ForecastModel.of(half), HELD_BACK.atDay(15), HELD_BACK.plusMonths(1).atDay(1));
    }
    for (Seen[] seen : new Seen[][] {monthsAhead, byLength, {day, rest}}) {
      for (Seen kind : seen) {
        kind.print();
      }
    }
    for (Seen[] seen : new Seen[][] {monthsAhead, byLength, {day, rest}}) {
      for (Seen kind : seen) {
        assertThat(kind.coverage()).as(kind.what).isBetween(72.0, 88.0);
        assertThat(kind.meanError()).as(kind.what).isLessThan(kind.meanErrorOfNaive());
      }
    }
  }

  private static void ask(Seen seen, DailyHistory all, DailyHistory known, ForecastModel model, LocalDate first, LocalDate end) {
    double actual = 0;
    for (int i = 0; i < all.values().length; i++) {
      if (!all.day(i).isBefore(first) && all.day(i).isBefore(end)) {
        actual += all.values()[i];
      }
    }
    seen.add(actual, model.sum(first, end, SHARE), SeasonalNaive.sum(known, first, end, SHARE));
  }
}
