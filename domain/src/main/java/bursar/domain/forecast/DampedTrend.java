package bursar.domain.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * A level and a slope that fades, learned by exponential smoothing (Holt's method with Gardner and McKenzie's damping; Hyndman and others,
 * «Forecasting with Exponential Smoothing», for the variances). A day far off what was expected moves the level only as far as a rather
 * unusual day does.
 */
final class DampedTrend {
  /** How fast the level, the slope, and how slowly the slope fades. */
  private record Rates(double level, double slope, double keep) {}

  private static final List<Rates> TRIED = tried();
  /** From how many standard deviations on a day's surprise counts as this many only. */
  private static final double SURPRISE_MAX = 3;
  /** What one surprise may do to the idea of what is usual: days of them in a row are a new level, to be followed quickly. */
  private static final double SHOCK_MAX = 8;
  /** How a normal distribution's standard deviation follows from the mean distance to its middle. */
  private static final double DEVIATION_OF_MEAN_DISTANCE = 1.25;
  /** How many days ahead the rates are chosen for, at most: about the month that is asked for most. */
  private static final int AHEAD = 28;
  /** How much the belief that the model is right weighs, in windows of its own errors. */
  private static final double BELIEF = 3;
  private static final double CORRECTION_MAX = 4;

  private final Rates rates;
  private final double level;
  private final double slope;
  private final double deviation;
  private final double correction;

  private DampedTrend(Rates rates, Run run, double correction) {
    this.rates = rates;
    this.level = run.levels[run.levels.length - 1];
    this.slope = run.slopes[run.slopes.length - 1];
    this.deviation = run.deviation;
    this.correction = correction;
  }

  private static List<Rates> tried() {
    List<Rates> tried = new java.util.ArrayList<>();
    for (double level : new double[] {0.03, 0.07, 0.15, 0.3, 0.5}) {
      tried.add(new Rates(level, 0, 0));
      for (double slope : new double[] {0.01, 0.03}) {
        for (double keep : new double[] {0.95, 0.98}) {
          tried.add(new Rates(level, slope, keep));
        }
      }
    }
    return List.copyOf(tried);
  }

  /** What one pass over the values gives. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Run(double[] levels, double[] slopes, double deviation) {}

  /**
   * Learns from values that have no weekly and no monthly pattern.
   *
   * @param values at least 14
   */
  static DampedTrend of(double[] values) {
    double firstLevel = Statistics.median(Arrays.copyOf(values, 14));
    double size = Arrays.stream(values).map(Math::abs).sum() / values.length;
    double roughDeviation = Math.max(Statistics.spread(differences(values)) / Math.sqrt(2), size / 100);
    int ahead = Math.min(AHEAD, values.length / 3);
    Rates best = TRIED.getFirst();
    Run bestRun = run(values, best, firstLevel, roughDeviation);
    double bestError = Double.POSITIVE_INFINITY;
    for (Rates rates : TRIED) {
      Run run = run(values, rates, firstLevel, roughDeviation);
      double error = errorAhead(values, rates, run, ahead) + run.deviation * run.deviation / ahead;
      if (error < bestError) {
        best = rates;
        bestRun = run;
        bestError = error;
      }
    }
    return new DampedTrend(best, bestRun, correction(values, best, bestRun, ahead));
  }

  private static double[] differences(double[] values) {
    double[] differences = new double[values.length - 1];
    for (int i = 1; i < values.length; i++) {
      differences[i - 1] = values[i] - values[i - 1];
    }
    return differences;
  }

  private static Run run(double[] values, Rates rates, double firstLevel, double roughDeviation) {
    double[] levels = new double[values.length];
    double[] slopes = new double[values.length];
    double level = firstLevel;
    double slope = 0;
    double squares = 0;
    double scale = roughDeviation;
    for (int i = 0; i < values.length; i++) {
      double surprise = values[i] - level - rates.keep * slope;
      double counted = Math.clamp(surprise, -SURPRISE_MAX * scale, SURPRISE_MAX * scale);
      squares += counted * counted;
      scale = Math.max(roughDeviation / 4, 0.95 * scale + 0.05 * DEVIATION_OF_MEAN_DISTANCE * Math.min(Math.abs(surprise), SHOCK_MAX * scale));
      level = level + rates.keep * slope + rates.level * counted;
      slope = rates.keep * slope + rates.level * rates.slope * counted;
      levels[i] = level;
      slopes[i] = slope;
    }
    return new Run(levels, slopes, Math.sqrt(squares / values.length));
  }

  /** The mean square error of the mean of the next days, over every day of the past from the second half on. */
  private static double errorAhead(double[] values, Rates rates, Run run, int ahead) {
    double fade = 0;
    double meanFade = 0;
    double kept = 1;
    for (int h = 1; h <= ahead; h++) {
      kept *= rates.keep;
      fade += kept;
      meanFade += fade / ahead;
    }
    double sum = 0;
    int count = 0;
    double window = 0;
    for (int i = 0; i < ahead; i++) {
      window += values[i];
    }
    int warm = Math.min(values.length / 3, 2 * AHEAD);
    for (int origin = 0; origin + ahead < values.length; origin++) {
      window += values[origin + ahead] - values[origin];
      if (origin >= warm) {
        double error = window / ahead - run.levels[origin] - meanFade * run.slopes[origin];
        sum += error * error;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** By how much the errors that were made exceed those the model expects of itself; drawn towards 1 where little was seen. */
  private static double correction(double[] values, Rates rates, Run run, int ahead) {
    if (run.deviation == 0) {
      return 1;
    }
    double made = errorAhead(values, rates, run, ahead);
    double expected = Math.pow(run.deviation / ahead, 2) * weightSquares(rates, 1, ahead);
    double windows = (values.length - ahead) / (double) ahead;
    return Math.clamp(Math.sqrt((windows * made / expected + BELIEF) / (windows + BELIEF)), 0.7, CORRECTION_MAX);
  }

  /** The expected value that many days after the last, from 1 on. */
  double at(int daysAhead) {
    double faded = rates.keep == 0 ? 0 : rates.keep * (1 - Math.pow(rates.keep, daysAhead)) / (1 - rates.keep);
    return level + slope * faded;
  }

  /** The standard deviation of the sum of the days from the first to the last, counted from 1. */
  double deviation(int first, int last) {
    return correction * deviation * Math.sqrt(weightSquares(rates, first, last));
  }

  /** Each day's surprise weighs in the sum by itself, where it is part of it, and by what it leaves in the level of later days. */
  private static double weightSquares(Rates rates, int first, int last) {
    double[] left = new double[last + 1];
    double fade = 0;
    double kept = 1;
    for (int age = 1; age <= last; age++) {
      kept *= rates.keep;
      fade += kept;
      left[age] = rates.level * (1 + rates.slope * fade);
    }
    double[] leftSum = new double[last + 2];
    for (int age = 1; age <= last; age++) {
      leftSum[age + 1] = leftSum[age] + left[age];
    }
    double squares = 0;
    for (int shock = 1; shock <= last; shock++) {
      int youngest = Math.max(first - shock, 1);
      int oldest = last - shock;
      double weight = (shock >= first ? 1 : 0) + (oldest >= youngest ? leftSum[oldest + 1] - leftSum[youngest] : 0);
      squares += weight * weight;
    }
    return squares;
  }
}
