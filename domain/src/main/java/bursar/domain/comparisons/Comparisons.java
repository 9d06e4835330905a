package bursar.domain.comparisons;

import bursar.domain.costs.Amount;
import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostQuery;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.Visibility;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compares months of the cost store. Greatest differences come first, whether up or down. */
public final class Comparisons {
  private static final List<GroupKey> DRIVER_KEYS = List.of(
      new GroupKey.ByDimension(Dimension.RECORD_TYPE),
      new GroupKey.ByDimension(Dimension.USAGE_TYPE),
      new GroupKey.ByDimension(Dimension.PURCHASE_TYPE),
      new GroupKey.ByDimension(Dimension.SERVICE));

  private final CostStore costs;

  /** Over these costs. */
  public Comparisons(CostStore costs) {
    this.costs = costs;
  }

  /**
   * What is known of one group.
   *
   * @param keys its keys in the question's order; empty text where the rows have no value
   * @param difference the asked metric
   */
  public record Entry(List<String> keys, Difference difference) {}

  /**
   * The comparison.
   *
   * @param entries the groups; none without group keys
   * @param total all rows
   */
  public record Compared(List<Entry> entries, Difference total) {}

  /**
   * One driver of a group's difference.
   *
   * @param type its kind
   * @param name its usage type, or its type of line where it has none
   * @param cost the asked metric
   * @param usage how much was used
   */
  public record Driver(DriverType type, String name, Difference cost, Difference usage) {}

  /**
   * A group with what drove its difference.
   *
   * @param drivers they sum to the difference exactly; lines without a difference are left out
   */
  public record Driven(List<String> keys, Difference difference, List<Driver> drivers) {}

  /** Both months, group by group. */
  public Compared compare(Visibility visibility, MonthComparison question) {
    List<Line> lines = lines(visibility, question, List.of(question.metric()), question.groupBy());
    List<Entry> entries = new ArrayList<>();
    if (!question.groupBy().isEmpty()) {
      by(lines, Line::keys).forEach((keys, ofGroup) -> entries.add(new Entry(keys, difference(ofGroup, question.metric()))));
      entries.sort(Comparator.comparing((Entry entry) -> entry.difference().change().abs()).reversed());
    }
    return new Compared(entries, difference(lines, question.metric()));
  }

  /** What drove each group's difference. */
  public List<Driven> drivers(Visibility visibility, MonthComparison question) {
    List<GroupKey> keys = new ArrayList<>(question.groupBy());
    keys.addAll(DRIVER_KEYS);
    int own = question.groupBy().size();
    List<Metric> metrics = List.of(question.metric(), Metric.USAGE_QUANTITY);
    List<Driven> driven = new ArrayList<>();
    by(lines(visibility, question, metrics, keys), line -> line.keys().subList(0, own)).forEach((group, lines) -> {
      List<Driver> drivers = new ArrayList<>();
      by(lines, line -> driverOf(line.keys().subList(own, line.keys().size()))).forEach((driver, ofDriver) -> {
        Difference cost = difference(ofDriver, question.metric());
        if (cost.change().signum() != 0) {
          drivers.add(new Driver(driver.type(), driver.name(), cost, difference(ofDriver, Metric.USAGE_QUANTITY)));
        }
      });
      drivers.sort(Comparator.comparing((Driver driver) -> driver.cost().change().abs()).reversed());
      driven.add(new Driven(group, difference(lines, question.metric()), List.copyOf(drivers)));
    });
    driven.sort(Comparator.comparing((Driven one) -> one.difference().change().abs()).reversed());
    return driven;
  }

  private record Named(DriverType type, String name) {}

  private static Named driverOf(List<String> keys) {
    String recordType = keys.get(0);
    String usageType = keys.get(1);
    return new Named(DriverType.of(recordType, keys.get(2), keys.get(3)), usageType.isEmpty() ? recordType : usageType);
  }

  /** A group of one of the months. */
  private record Line(boolean baseline, List<String> keys, Map<Metric, Amount> amounts) {}

  private List<Line> lines(Visibility visibility, MonthComparison question, List<Metric> metrics, List<GroupKey> keys) {
    List<Line> lines = new ArrayList<>();
    for (boolean baseline : new boolean[] {true, false}) {
      YearMonth month = baseline ? question.baseline() : question.comparison();
      CostAnswer.Period period = costs.query(visibility,
          new CostQuery(TimeSpan.ofMonth(month), Granularity.MONTHLY, metrics, question.filter(), keys)).periods().getFirst();
      if (keys.isEmpty()) {
        lines.add(new Line(baseline, List.of(), period.total()));
      }
      period.groups().forEach(group -> lines.add(new Line(baseline, group.keys(), group.amounts())));
    }
    return lines;
  }

  private static <K> Map<K, List<Line>> by(List<Line> lines, Function<Line, K> key) {
    Map<K, List<Line>> groups = new LinkedHashMap<>();
    lines.forEach(line -> groups.computeIfAbsent(key.apply(line), absent -> new ArrayList<>()).add(line));
    return groups;
  }

  private static Difference difference(List<Line> lines, Metric metric) {
    BigDecimal baseline = BigDecimal.ZERO;
    BigDecimal comparison = BigDecimal.ZERO;
    String unit = "";
    for (Line line : lines) {
      Amount amount = line.amounts().get(metric);
      if (amount == null) {
        throw new IllegalStateException("the cost store left out the metric " + metric.wireName());
      }
      unit = unit.isEmpty() || unit.equals(amount.unit()) ? amount.unit() : Amount.MIXED;
      if (line.baseline()) {
        baseline = baseline.add(amount.value());
      } else {
        comparison = comparison.add(amount.value());
      }
    }
    return new Difference(baseline, comparison, unit.isEmpty() ? Amount.MIXED : unit);
  }
}
