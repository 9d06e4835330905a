package bursar.storage.costs;

import static bursar.storage.costs.CostsAtHand.ALL;
import static bursar.storage.costs.CostsAtHand.OWNER;
import static bursar.storage.costs.CostsAtHand.close;
import static bursar.storage.costs.CostsAtHand.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.domain.bills.Bill;
import bursar.domain.bills.Bills;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.ValueMatch;
import bursar.domain.costs.Visibility;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bills over the cost store: every figure is the UnblendedCost of its rows. */
@Tag(CostsAtHand.CONTRACT)
class BillsTest {
  private static final LocalDate LATER = LocalDate.of(2026, 1, 1);
  private static final YearMonth OCTOBER = YearMonth.of(2018, 10);

  private static <T> BigDecimal sum(List<T> parts, Function<T, BigDecimal> amount) {
    return parts.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static CostFilter is(Dimension dimension, String value) {
    return CostFilter.dimension(dimension, value.isEmpty() ? ValueMatch.absent() : ValueMatch.in(value));
  }

  @Test
  void everyFigureOfARealMonthIsTheUnblendedCostOfItsRows(@TempDir Path folder) {
    try (CostsAtHand costs = new CostsAtHand(folder)) {
      costs.load(SharedData.folder().resolve("cur-legacy-parquet/Oct2018-WorkshopCUR-00001.snappy.parquet"));
      Bill bill = new Bills(costs.store()).of(ALL, OCTOBER, null, LATER);
      close("total", bill.total(), number("4064.4831315379"));
      assertThat(bill.currency()).isEqualTo("USD");
      assertThat(bill.estimated()).isFalse();
      assertThat(sum(bill.services(), Bill.ServiceCharge::amount).add(bill.tax()).add(bill.credits())).isEqualByComparingTo(bill.total());
      assertThat(sum(bill.accounts(), Bill.AccountCharge::amount)).isEqualByComparingTo(bill.total());
      assertThat(bill.services().getFirst().service()).isEqualTo("AWS Glue");
      for (Bill.ServiceCharge service : bill.services()) {
        assertThat(service.amount()).isEqualByComparingTo(asked(costs, is(Dimension.SERVICE, service.service())));
        assertThat(sum(service.regions(), Bill.RegionCharge::amount)).isEqualByComparingTo(service.amount());
        for (Bill.RegionCharge region : service.regions()) {
          assertThat(sum(region.usageTypes(), Bill.UsageTypeCharge::amount)).isEqualByComparingTo(region.amount());
        }
      }
      Bill.RegionCharge glue = bill.services().getFirst().regions().getFirst();
      assertThat(glue.amount()).isEqualByComparingTo(
          asked(costs, CostFilter.and(is(Dimension.SERVICE, "AWS Glue"), is(Dimension.REGION, glue.region()))));
      for (Bill.AccountCharge account : bill.accounts()) {
        assertThat(account.amount()).isEqualByComparingTo(asked(costs, is(Dimension.LINKED_ACCOUNT, account.accountId())));
        assertThat(sum(account.services(), Bill.AccountServiceCharge::amount)).isEqualByComparingTo(account.amount());
      }
    }
  }

  private static BigDecimal asked(CostsAtHand costs, CostFilter filter) {
    return costs.ask(ALL, filter, TimeSpan.ofMonth(OCTOBER), Granularity.MONTHLY, List.of(Metric.UNBLENDED_COST))
        .periods().getFirst().total().get(Metric.UNBLENDED_COST).value();
  }

  @Test
  void taxAndCreditsStandBesideTheServices(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("focus.csv"), """
        ChargePeriodStart,BilledCost,EffectiveCost,BillingCurrency,ChargeCategory,ServiceName,SubAccountId,RegionId,SkuId,ConsumedQuantity,ConsumedUnit
        2025-05-01T00:00:00Z,10,10,EUR,Usage,Compute,one,here,a,3,Hours
        2025-05-31T23:00:00Z,4,4,EUR,Usage,Compute,two,here,a,5,Hours
        2025-05-02T00:00:00Z,2,2,EUR,Tax,Compute,one,,,,
        2025-05-03T00:00:00Z,-5,-5,EUR,Credit,Compute,one,,,,
        2025-06-01T00:00:00Z,99,99,USD,Usage,Compute,one,here,a,3,Hours
        2025-07-01T00:00:00Z,1,1,USD,Usage,Compute,one,here,a,3,Hours
        2025-07-01T00:00:00Z,2,2,EUR,Usage,Compute,one,here,a,3,Hours
        """);
    try (CostsAtHand costs = new CostsAtHand(folder.resolve("costs"))) {
      costs.load(file);
      Bills bills = new Bills(costs.store());
      Bill may = bills.of(ALL, YearMonth.of(2025, 5), null, LocalDate.of(2025, 5, 31));
      assertThat(may.total()).isEqualByComparingTo("11");
      assertThat(may.tax()).isEqualByComparingTo("2");
      assertThat(may.credits()).isEqualByComparingTo("-5");
      assertThat(may.currency()).isEqualTo("EUR");
      assertThat(may.estimated()).isTrue();
      Bill.UsageTypeCharge usage = may.services().getFirst().regions().getFirst().usageTypes().getFirst();
      assertThat(usage.quantity()).isEqualByComparingTo("8");
      assertThat(usage.unit()).isEqualTo("Hours");
      assertThat(may.accounts()).extracting(Bill.AccountCharge::accountId).containsExactly("one", "two");
      assertThat(bills.of(Visibility.decidedByGate(OWNER, is(Dimension.LINKED_ACCOUNT, "two")), YearMonth.of(2025, 5), null, LATER).total())
          .isEqualByComparingTo("4");
      assertThatThrownBy(() -> bills.of(ALL, YearMonth.of(2025, 7), null, LATER)).isInstanceOf(Failure.class).hasMessageContaining("EUR, USD");
      assertThat(bills.of(ALL, YearMonth.of(2025, 7), "USD", LATER).total()).isEqualByComparingTo("1");
      Bill empty = bills.of(ALL, YearMonth.of(2030, 1), null, LATER);
      assertThat(empty.total()).isEqualByComparingTo("0");
      assertThat(empty.services()).isEmpty();
      assertThat(costs.store().months(ALL)).containsExactly(YearMonth.of(2025, 5), YearMonth.of(2025, 6), YearMonth.of(2025, 7));
    }
  }
}
