package bursar.domain.costs;

import bursar.domain.Failure;

/** What is summed, with Cost Explorer's names and meanings (AWS Cost Explorer API reference, {@code GetCostAndUsage}, Metrics). */
public enum Metric {
  /** What each row was charged. */
  UNBLENDED_COST("UnblendedCost", true),
  /** What each row was charged after discounts, where the source says; otherwise the unblended cost. */
  NET_UNBLENDED_COST("NetUnblendedCost", true),
  /** The charge at the organization's average rate. A FOCUS source has none: its rows count 0. */
  BLENDED_COST("BlendedCost", true),
  /** The charge with reservations' and savings plans' fees spread over the usage they cover. */
  AMORTIZED_COST("AmortizedCost", true),
  /** The amortized cost after discounts, where the source says. */
  NET_AMORTIZED_COST("NetAmortizedCost", true),
  /** The amount used; all rows count but SavingsPlanNegation, which would count usage twice. Units mix unless filtered. */
  USAGE_QUANTITY("UsageQuantity", false),
  /** The amount used, scaled by the size of the instance. */
  NORMALIZED_USAGE_AMOUNT("NormalizedUsageAmount", false);

  private final String wireName;
  private final boolean money;

  Metric(String wireName, boolean money) {
    this.wireName = wireName;
    this.money = money;
  }

  /** The name as AWS spells it. */
  public String wireName() {
    return wireName;
  }

  /** Whether it is an amount of money, whose unit is a currency. */
  public boolean isMoney() {
    return money;
  }

  /** The metric of that name; refuses an unknown one with {@code ValidationException}. */
  public static Metric named(String name) {
    for (Metric metric : values()) {
      if (metric.wireName.equals(name) || metric.name().equals(name)) {
        return metric;
      }
    }
    throw new Failure("ValidationException", "There is no metric '" + name + "'; the metrics are UnblendedCost, NetUnblendedCost, BlendedCost,"
        + " AmortizedCost, NetAmortizedCost, UsageQuantity and NormalizedUsageAmount.");
  }
}
