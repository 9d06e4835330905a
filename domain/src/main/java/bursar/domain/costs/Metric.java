package bursar.domain.costs;

import bursar.domain.Failure;

/**
 * What is summed: first Cost Explorer's seven with its names and meanings (AWS Cost Explorer API reference, {@code GetCostAndUsage}, Metrics),
 * then what the reports on commitments are computed from (AWS Cost and Usage Report user guide, columns of reservations and savings plans).
 */
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
  NORMALIZED_USAGE_AMOUNT("NormalizedUsageAmount", false),
  /** What each row would have cost at public on-demand prices; FOCUS's ListCost. A negation of a savings plan counts 0. Not Cost Explorer's. */
  PUBLIC_COST("PublicOnDemandCost", true),
  /** The hours a reservation offers in the period, on its fee's row. Not Cost Explorer's. */
  RESERVED_UNITS("ReservedUnits", false),
  /** The hours of a reservation that nothing used. Not Cost Explorer's. */
  UNUSED_RESERVED_UNITS("UnusedReservedUnits", false),
  /** {@link #RESERVED_UNITS} scaled by the size of the instance. Not Cost Explorer's. */
  RESERVED_NORMALIZED_UNITS("ReservedNormalizedUnits", false),
  /** {@link #UNUSED_RESERVED_UNITS} scaled by the size of the instance. Not Cost Explorer's. */
  UNUSED_NORMALIZED_UNITS("UnusedNormalizedUnits", false),
  /** The part of a reservation's or savings plan's upfront payment that falls on the period, on its fee's row. Not Cost Explorer's. */
  AMORTIZED_UPFRONT_FEE("AmortizedUpfrontFee", true),
  /** The recurring fee of a reservation or savings plan, on its fee's row. Not Cost Explorer's. */
  RECURRING_FEE("RecurringFee", true),
  /** What a savings plan commits to, on its fee's row. Not Cost Explorer's. */
  COMMITMENT("TotalCommitment", true),
  /** How much of a savings plan's commitment usage took, on its fee's row. Not Cost Explorer's. */
  USED_COMMITMENT("UsedCommitment", true);

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

  /** Whether it is one of the seven that Cost Explorer lets callers ask for. */
  public boolean isCostExplorers() {
    return compareTo(NORMALIZED_USAGE_AMOUNT) <= 0;
  }

  /** Cost Explorer's metric of that name; refuses an unknown one with {@code ValidationException}. */
  public static Metric named(String name) {
    for (Metric metric : values()) {
      if (metric.isCostExplorers() && (metric.wireName.equals(name) || metric.name().equals(name))) {
        return metric;
      }
    }
    throw new Failure("ValidationException", "There is no metric '" + name + "'; the metrics are UnblendedCost, NetUnblendedCost, BlendedCost,"
        + " AmortizedCost, NetAmortizedCost, UsageQuantity and NormalizedUsageAmount.");
  }
}
