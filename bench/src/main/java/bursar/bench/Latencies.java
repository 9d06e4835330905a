package bursar.bench;

import java.util.Locale;

/** How long answers took, counted in steps of 10 microseconds up to 4 seconds; slower ones count as 4 seconds. */
final class Latencies {
  private static final int STEP_NANOS = 10_000;
  private static final int STEPS = 400_000;

  private final int[] counts = new int[STEPS];
  private long total;

  /** Counts one. */
  void add(long nanos) {
    counts[(int) Math.min(nanos / STEP_NANOS, STEPS - 1)]++;
    total++;
  }

  /** How many were counted. */
  long total() {
    return total;
  }

  /** The time, in milliseconds, within which that share of the answers came. */
  double millis(double share) {
    long wanted = (long) Math.ceil(total * share);
    long seen = 0;
    for (int step = 0; step < STEPS; step++) {
      seen += counts[step];
      if (seen >= wanted && seen > 0) {
        return (step + 1) * (double) STEP_NANOS / 1_000_000;
      }
    }
    return 0;
  }

  /** The usual three figures, in one line. */
  String line() {
    return String.format(Locale.ROOT, "p50 %.2f ms, p99 %.2f ms, slowest %.2f ms", millis(0.5), millis(0.99), millis(1));
  }
}
