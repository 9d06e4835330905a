package bursar.domain.forecast;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

/**
 * Made-up daily costs of the kinds seen in bills: growth that changes, weekends, fees on the first, noise that lasts some days, launches and
 * shutdowns, and days on which something ran away.
 */
final class CostSeries {
  private CostSeries() {}

  /** A series of that many days. */
  static DailyHistory make(LocalDate first, int days, RandomGenerator random) {
    double base = Math.exp(random.nextDouble(1, 8));
    double growth = random.nextGaussian(0.0004, 0.0006);
    double growthChange = random.nextBoolean() ? 0.00004 : 0;
    double weekend = random.nextBoolean() ? random.nextDouble(0, 0.5) : 0;
    double fee = random.nextInt(3) == 0 ? base * random.nextDouble(1, 12) : 0;
    double noise = random.nextDouble(0.01, 0.15);
    double lasting = random.nextDouble(0, 0.8);
    double shifts = random.nextBoolean() ? 1.0 / 150 : 1.0 / 1_000;
    double spikes = random.nextInt(4) == 0 ? 0.01 : 0.001;
    double[] values = new double[days];
    double level = base;
    double state = 0;
    for (int i = 0; i < days; i++) {
      LocalDate day = first.plusDays(i);
      growth += random.nextGaussian(0, growthChange + 1e-12);
      level *= 1 + growth;
      if (random.nextDouble() < shifts) {
        level *= Math.exp(random.nextGaussian(0, 0.25));
      }
      state = lasting * state + Math.sqrt(1 - lasting * lasting) * random.nextGaussian(0, noise);
      double value = level * (day.getDayOfWeek().getValue() > 5 ? 1 - weekend : 1) * Math.exp(state);
      if (random.nextDouble() < spikes) {
        value += level * random.nextDouble(0.5, 4);
      }
      values[i] = value + (day.getDayOfMonth() == 1 ? fee : 0);
    }
    return new DailyHistory(first, values);
  }
}
