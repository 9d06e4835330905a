package bursar.domain.commitments;

import bursar.domain.costs.Amount;
import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostQuery;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.ValueMatch;
import bursar.domain.costs.Visibility;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Makes the reports on reservations and savings plans out of the cost store's rows. */
public final class CommitmentReports {
  /** What reservation utilization sums. */
  public static final List<Metric> RESERVATION_METRICS = List.of(Metric.RESERVED_UNITS, Metric.UNUSED_RESERVED_UNITS,
      Metric.RESERVED_NORMALIZED_UNITS, Metric.UNUSED_NORMALIZED_UNITS, Metric.PUBLIC_COST, Metric.AMORTIZED_UPFRONT_FEE,
      Metric.RECURRING_FEE, Metric.AMORTIZED_COST);

  /** What reservation coverage sums. */
  public static final List<Metric> RESERVATION_COVER_METRICS =
      List.of(Metric.USAGE_QUANTITY, Metric.NORMALIZED_USAGE_AMOUNT, Metric.UNBLENDED_COST);

  /** What savings plans utilization sums. */
  public static final List<Metric> SAVINGS_PLAN_METRICS = List.of(
      Metric.COMMITMENT, Metric.USED_COMMITMENT, Metric.PUBLIC_COST, Metric.AMORTIZED_UPFRONT_FEE, Metric.RECURRING_FEE);

  /** What savings plans coverage sums. */
  public static final List<Metric> SAVINGS_PLAN_COVER_METRICS = List.of(Metric.PUBLIC_COST, Metric.UNBLENDED_COST);

  private static final GroupKey RECORD_TYPE = new GroupKey.ByDimension(Dimension.RECORD_TYPE);
  private static final String RESERVATION_FEE = "RIFee";
  private static final String RESERVED_USAGE = "DiscountedUsage";
  private static final String PLAN_FEE = "SavingsPlanRecurringFee";
  private static final String PLAN_USAGE = "SavingsPlanCoveredUsage";
  /** What the usage types have in common whose hours reservations cover. */
  private static final CostFilter RUNNING_HOURS = CostFilter.dimension(Dimension.USAGE_TYPE, new ValueMatch(ValueMatch.Comparison.CONTAINS,
      true, List.of("BoxUsage", "DedicatedUsage", "HeavyUsage", "InstanceUsage", "Multi-AZUsage", "NodeUsage", "Node:", "ESInstance")));
  /** What the usage types have in common that savings plans cover: compute, Fargate, Lambda and machine learning. */
  private static final CostFilter PLANNABLE = CostFilter.dimension(Dimension.USAGE_TYPE, new ValueMatch(ValueMatch.Comparison.CONTAINS,
      true, List.of("BoxUsage", "DedicatedUsage", "Fargate", "Lambda-GB-Second", "Lambda-Provisioned", "ml.")));

  private final CostStore costs;

  /** Over these costs. */
  public CommitmentReports(CostStore costs) {
    this.costs = costs;
  }

  /** How each reservation was used; a reservation is known by its fee and by the usage it covers. */
  public List<CommitmentPeriod<Commitment, ReservationUse>> reservations(
      Visibility visibility, TimeSpan span, Granularity granularity, CostFilter filter) {
    CostFilter rows = CostFilter.and(filter, CostFilter.dimension(Dimension.RECORD_TYPE, RESERVATION_FEE, RESERVED_USAGE),
        CostFilter.not(CostFilter.dimension(Dimension.RESERVATION_ID, ValueMatch.absent())));
    CostAnswer answer = ask(visibility, span, granularity, rows, RESERVATION_METRICS, keys(Dimension.RESERVATION_ID, Dimension.SUBSCRIPTION_ID,
        Dimension.LINKED_ACCOUNT, Dimension.REGION, Dimension.INSTANCE_TYPE));
    return perCommitment(answer, RESERVATION_FEE, CommitmentReports::reservationUse, ReservationUse.NONE, ReservationUse::plus);
  }

  private static ReservationUse reservationUse(String recordType, Map<Metric, Amount> amounts) {
    boolean fee = recordType.equals(RESERVATION_FEE);
    BigDecimal zero = BigDecimal.ZERO;
    return new ReservationUse(
        fee ? value(amounts, Metric.RESERVED_UNITS) : zero,
        fee ? value(amounts, Metric.UNUSED_RESERVED_UNITS) : zero,
        fee ? value(amounts, Metric.RESERVED_NORMALIZED_UNITS) : zero,
        fee ? value(amounts, Metric.UNUSED_NORMALIZED_UNITS) : zero,
        fee ? zero : value(amounts, Metric.PUBLIC_COST),
        fee ? value(amounts, Metric.AMORTIZED_UPFRONT_FEE) : zero,
        fee ? value(amounts, Metric.RECURRING_FEE) : zero,
        fee ? value(amounts, Metric.AMORTIZED_COST) : zero);
  }

  /** How each savings plan was used. */
  public List<CommitmentPeriod<Commitment, SavingsPlanUse>> savingsPlans(
      Visibility visibility, TimeSpan span, Granularity granularity, CostFilter filter) {
    CostFilter rows = CostFilter.and(filter, CostFilter.dimension(Dimension.RECORD_TYPE, PLAN_FEE, PLAN_USAGE),
        CostFilter.not(CostFilter.dimension(Dimension.SAVINGS_PLAN_ARN, ValueMatch.absent())));
    CostAnswer answer = ask(visibility, span, granularity, rows, SAVINGS_PLAN_METRICS, keys(Dimension.SAVINGS_PLAN_ARN, Dimension.SUBSCRIPTION_ID,
        Dimension.LINKED_ACCOUNT, Dimension.REGION, Dimension.SAVINGS_PLANS_TYPE));
    return perCommitment(answer, PLAN_FEE, CommitmentReports::savingsPlanUse, SavingsPlanUse.NONE, SavingsPlanUse::plus);
  }

  private static SavingsPlanUse savingsPlanUse(String recordType, Map<Metric, Amount> amounts) {
    boolean fee = recordType.equals(PLAN_FEE);
    BigDecimal zero = BigDecimal.ZERO;
    return new SavingsPlanUse(
        fee ? value(amounts, Metric.COMMITMENT) : zero,
        fee ? value(amounts, Metric.USED_COMMITMENT) : zero,
        fee ? zero : value(amounts, Metric.PUBLIC_COST),
        fee ? value(amounts, Metric.AMORTIZED_UPFRONT_FEE) : zero,
        fee ? value(amounts, Metric.RECURRING_FEE) : zero);
  }

  /**
   * How much of the running hours reservations covered.
   *
   * @param groupBy what the hours are broken down by; no key gives one part
   */
  public List<CommitmentPeriod<List<String>, ReservationCover>> reservationCover(
      Visibility visibility, TimeSpan span, Granularity granularity, CostFilter filter, List<GroupKey> groupBy) {
    CostFilter rows = CostFilter.and(filter, RUNNING_HOURS,
        CostFilter.dimension(Dimension.RECORD_TYPE, "Usage", RESERVED_USAGE, PLAN_USAGE));
    return perGroup(ask(visibility, span, granularity, rows, RESERVATION_COVER_METRICS, groupBy), (recordType, amounts) -> {
      BigDecimal hours = value(amounts, Metric.USAGE_QUANTITY);
      BigDecimal units = value(amounts, Metric.NORMALIZED_USAGE_AMOUNT);
      return recordType.equals(RESERVED_USAGE)
          ? new ReservationCover(BigDecimal.ZERO, hours, BigDecimal.ZERO, units, BigDecimal.ZERO)
          : new ReservationCover(hours, BigDecimal.ZERO, units, BigDecimal.ZERO, value(amounts, Metric.UNBLENDED_COST));
    }, ReservationCover.NONE, ReservationCover::plus);
  }

  /**
   * How much of the spend that savings plans could cover they covered.
   *
   * @param groupBy what the spend is broken down by; no key gives one part
   */
  public List<CommitmentPeriod<List<String>, SavingsPlanCover>> savingsPlanCover(
      Visibility visibility, TimeSpan span, Granularity granularity, CostFilter filter, List<GroupKey> groupBy) {
    CostFilter rows = CostFilter.and(filter, CostFilter.or(CostFilter.dimension(Dimension.RECORD_TYPE, PLAN_USAGE),
        CostFilter.and(PLANNABLE, CostFilter.dimension(Dimension.RECORD_TYPE, "Usage"))));
    return perGroup(ask(visibility, span, granularity, rows, SAVINGS_PLAN_COVER_METRICS, groupBy),
        (recordType, amounts) -> recordType.equals(PLAN_USAGE)
            ? new SavingsPlanCover(value(amounts, Metric.PUBLIC_COST), BigDecimal.ZERO)
            : new SavingsPlanCover(BigDecimal.ZERO, value(amounts, Metric.UNBLENDED_COST)),
        SavingsPlanCover.NONE, SavingsPlanCover::plus);
  }

  private static List<GroupKey> keys(Dimension... dimensions) {
    List<GroupKey> keys = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      keys.add(new GroupKey.ByDimension(dimension));
    }
    return keys;
  }

  /** Every question has the type of line as its last key. */
  private CostAnswer ask(
      Visibility visibility, TimeSpan span, Granularity granularity, CostFilter rows, List<Metric> metrics, List<GroupKey> keys) {
    List<GroupKey> all = new ArrayList<>(keys);
    all.add(RECORD_TYPE);
    return costs.query(visibility, new CostQuery(span, granularity, metrics, rows, all));
  }

  /** What one group of rows of one type of line adds. */
  private interface Reading<V> {
    V read(String recordType, Map<Metric, Amount> amounts);
  }

  private static <V> List<CommitmentPeriod<Commitment, V>> perCommitment(
      CostAnswer answer, String feeType, Reading<V> reading, V none, BinaryOperator<V> plus) {
    Map<String, Commitment> known = new LinkedHashMap<>();
    for (CostAnswer.Period period : answer.periods()) {
      for (CostAnswer.Group group : period.groups()) {
        List<String> keys = group.keys();
        Commitment described = new Commitment(keys.get(0), keys.get(1), keys.get(2), keys.get(3), keys.get(4));
        known.merge(keys.getFirst(), described, (first, next) -> keys.getLast().equals(feeType) ? next : first);
      }
    }
    return periods(answer, keys -> known.getOrDefault(keys.getFirst(), new Commitment(keys.getFirst(), "", "", "", "")), reading, none, plus);
  }

  private static <V> List<CommitmentPeriod<List<String>, V>> perGroup(CostAnswer answer, Reading<V> reading, V none, BinaryOperator<V> plus) {
    return periods(answer, keys -> keys.subList(0, keys.size() - 1), reading, none, plus);
  }

  private static <K, V> List<CommitmentPeriod<K, V>> periods(
      CostAnswer answer, Function<List<String>, K> key, Reading<V> reading, V none, BinaryOperator<V> plus) {
    List<CommitmentPeriod<K, V>> periods = new ArrayList<>();
    for (CostAnswer.Period period : answer.periods()) {
      Map<K, V> parts = new LinkedHashMap<>();
      V total = none;
      for (CostAnswer.Group group : period.groups()) {
        V part = reading.read(group.keys().getLast(), group.amounts());
        parts.merge(key.apply(group.keys()), part, plus);
        total = plus.apply(total, part);
      }
      periods.add(new CommitmentPeriod<>(period.span(), parts, total));
    }
    return periods;
  }

  private static BigDecimal value(Map<Metric, Amount> amounts, Metric metric) {
    Amount amount = amounts.get(metric);
    if (amount == null) {
      throw new IllegalStateException("the cost store left out the metric " + metric.wireName());
    }
    return amount.value();
  }
}
