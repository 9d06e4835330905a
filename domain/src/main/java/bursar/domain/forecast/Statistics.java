package bursar.domain.forecast;

import java.util.Arrays;

/** The few statistics that the method needs, none of which one extreme day can move far. */
final class Statistics {
  /** How a normal distribution's standard deviation follows from the median distance to its middle. */
  private static final double DEVIATION_OF_MEDIAN_DISTANCE = 1.4826;

  private Statistics() {}

  static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The standard deviation that the median distance to the median tells. */
  static double spread(double[] values) {
    double middle = median(values);
    return DEVIATION_OF_MEDIAN_DISTANCE * median(Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray());
  }

  /**
   * How many standard deviations around the mean hold that share of a normal distribution.
   *
   * @param share above 0 and below 1
   */
  static double deviations(double share) {
    double low = 0;
    double high = 10;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (shareWithin(middle) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** By Simpson's rule on the density. */
  private static double shareWithin(double deviations) {
    int steps = 200;
    double width = deviations / steps;
    double sum = 1 + Math.exp(-deviations * deviations / 2);
    for (int i = 1; i < steps; i++) {
      double x = i * width;
      sum += (i % 2 == 1 ? 4 : 2) * Math.exp(-x * x / 2);
    }
    return 2 * sum * width / 3 / Math.sqrt(2 * Math.PI);
  }
}
