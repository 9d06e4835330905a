package bursar.domain.bills;

import bursar.domain.bills.Bill.AccountCharge;
import bursar.domain.bills.Bill.AccountServiceCharge;
import bursar.domain.bills.Bill.RegionCharge;
import bursar.domain.bills.Bill.ServiceCharge;
import bursar.domain.bills.Bill.UsageTypeCharge;
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
import bursar.domain.costs.Visibility;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes bills out of the cost store's rows. */
public final class Bills {
  private static final List<GroupKey> KEYS = List.of(
      new GroupKey.ByDimension(Dimension.SERVICE),
      new GroupKey.ByDimension(Dimension.REGION),
      new GroupKey.ByDimension(Dimension.USAGE_TYPE),
      new GroupKey.ByDimension(Dimension.LINKED_ACCOUNT),
      new GroupKey.ByDimension(Dimension.LINKED_ACCOUNT_NAME),
      new GroupKey.ByDimension(Dimension.RECORD_TYPE));

  private final CostStore costs;

  /** Bills over these costs. */
  public Bills(CostStore costs) {
    this.costs = costs;
  }

  /**
   * The bill of a month; all zero when it has no visible row.
   *
   * @param currency which currency's charges, where the month has several; null for the only one
   * @param today the UTC day of asking
   * @throws bursar.domain.Failure {@code ValidationException} when the month has several currencies and none was given
   */
  public Bill of(Visibility visibility, YearMonth month, @Nullable String currency, LocalDate today) {
    CostFilter filter = currency == null ? CostFilter.EVERYTHING : CostFilter.dimension(Dimension.CURRENCY, currency);
    CostAnswer.Period period = costs.query(visibility, new CostQuery(
            TimeSpan.ofMonth(month), Granularity.MONTHLY, List.of(Metric.UNBLENDED_COST, Metric.USAGE_QUANTITY), filter, KEYS))
        .periods().getFirst();
    List<Line> lines = period.groups().stream().map(Line::of).toList();
    Amount total = amount(period.total(), Metric.UNBLENDED_COST);
    return new Bill(
        month,
        total.unit(),
        !today.isAfter(month.atEndOfMonth()),
        total.value(),
        sum(lines.stream().filter(Line::isTax).toList()),
        sum(lines.stream().filter(Line::isCredit).toList()),
        services(lines.stream().filter(line -> !line.isTax() && !line.isCredit()).toList()),
        accounts(lines));
  }

  private static List<ServiceCharge> services(List<Line> lines) {
    List<ServiceCharge> charges = new ArrayList<>();
    by(lines, Line::service).forEach((service, ofService) -> {
      List<RegionCharge> regions = new ArrayList<>();
      by(ofService, Line::region).forEach((region, ofRegion) -> {
        List<UsageTypeCharge> usageTypes = new ArrayList<>();
        by(ofRegion, Line::usageType).forEach((usageType, ofType) -> usageTypes.add(usage(usageType, ofType)));
        usageTypes.sort(Comparator.comparing(UsageTypeCharge::amount).reversed());
        regions.add(new RegionCharge(region, sum(ofRegion), List.copyOf(usageTypes)));
      });
      regions.sort(Comparator.comparing(RegionCharge::amount).reversed());
      charges.add(new ServiceCharge(service, sum(ofService), List.copyOf(regions)));
    });
    charges.sort(Comparator.comparing(ServiceCharge::amount).reversed());
    return charges;
  }

  private static List<AccountCharge> accounts(List<Line> lines) {
    List<AccountCharge> charges = new ArrayList<>();
    by(lines, Line::account).forEach((account, ofAccount) -> {
      List<AccountServiceCharge> services = new ArrayList<>();
      by(ofAccount, Line::service).forEach((service, ofService) -> services.add(new AccountServiceCharge(service, sum(ofService))));
      services.sort(Comparator.comparing(AccountServiceCharge::amount).reversed());
      String name = ofAccount.stream().map(Line::accountName).filter(found -> !found.isEmpty()).findFirst().orElse("");
      charges.add(new AccountCharge(account, name, sum(ofAccount), List.copyOf(services)));
    });
    charges.sort(Comparator.comparing(AccountCharge::amount).reversed());
    return charges;
  }

  private static UsageTypeCharge usage(String usageType, List<Line> lines) {
    BigDecimal quantity = lines.stream().map(line -> line.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<String> units = lines.stream().map(line -> line.quantity().unit()).distinct().toList();
    return new UsageTypeCharge(usageType, quantity, units.size() == 1 ? units.getFirst() : Amount.MIXED, sum(lines));
  }

  private static Map<String, List<Line>> by(List<Line> lines, Function<Line, String> key) {
    return lines.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private static BigDecimal sum(List<Line> lines) {
    return lines.stream().map(Line::charge).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Amount amount(Map<Metric, Amount> amounts, Metric metric) {
    Amount amount = amounts.get(metric);
    if (amount == null) {
      throw new IllegalStateException("the cost store left out the metric " + metric.wireName());
    }
    return amount;
  }

  /** The rows of a month that agree in everything a bill shows. */
  private record Line(
      String service, String region, String usageType, String account, String accountName, String recordType, BigDecimal charge, Amount quantity) {
    static Line of(CostAnswer.Group group) {
      List<String> keys = group.keys();
      return new Line(keys.get(0), keys.get(1), keys.get(2), keys.get(3), keys.get(4), keys.get(5),
          amount(group.amounts(), Metric.UNBLENDED_COST).value(), amount(group.amounts(), Metric.USAGE_QUANTITY));
    }

    boolean isTax() {
      return recordType.equals("Tax");
    }

    boolean isCredit() {
      return recordType.equals("Credit");
    }
  }
}
