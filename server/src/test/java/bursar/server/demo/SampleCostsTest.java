package bursar.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.AccountId;
import bursar.domain.bills.Bill;
import bursar.domain.bills.Bills;
import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostImporter;
import bursar.domain.costs.CostQuery;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.DimensionValuesQuery;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TagsQuery;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.Visibility;
import bursar.storage.costs.DuckDbCosts;
import bursar.storage.costs.JdbcCostSegmentStore;
import bursar.storage.state.Database;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCostsTest {
  private static final AccountId PAYER = new AccountId("100000000000");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 17);
  private static final List<SampleCosts.Member> MEMBERS = IntStream.range(0, 5)
      .mapToObj(at -> new SampleCosts.Member(new AccountId("10000000000" + (at + 1)), "Account, number " + at)).toList();

  @Test
  void theSameDayAndAccountsGiveTheSameFiles(@TempDir Path folder) throws IOException {
    List<Path> one = SampleCosts.write(folder.resolve("one"), PAYER, MEMBERS, TODAY);
    List<Path> other = SampleCosts.write(folder.resolve("other"), PAYER, MEMBERS, TODAY);
    assertThat(one).hasSize(13);
    for (int at = 0; at < 13; at++) {
      assertThat(Files.mismatch(one.get(at), other.get(at))).isEqualTo(-1);
    }
  }

  @Test
  void theCompanyHasThirteenMonthsOfEverythingAConsoleShows(@TempDir Path folder) throws IOException {
    SampleCosts.write(folder.resolve("files"), PAYER, MEMBERS, TODAY);
    try (Database database = Database.sqlite(folder.resolve("state.sqlite"));
        DuckDbCosts costs = DuckDbCosts.open(folder.resolve("costs"), new JdbcCostSegmentStore(database), InstantSource.system())) {
      CostImport done = costs.importer().importFiles(
          new CostImporter.Request(PAYER, CostImport.DEFAULT_DATA_SET, List.of(folder.resolve("files")), "the test"), CostImporter.Progress.SILENT);
      assertThat(done.rowsRefused()).isZero();
      assertThat(done.rowsRead()).isBetween(60_000L, 120_000L);
      assertThat(done.months()).hasSize(13).last().isEqualTo(YearMonth.from(TODAY));
      Visibility all = Visibility.decidedByGate(PAYER, CostFilter.EVERYTHING);
      TimeSpan span = TimeSpan.ofDays(LocalDate.of(2025, 3, 1), LocalDate.of(2026, 4, 1));
      assertThat(values(costs, all, span, Dimension.LINKED_ACCOUNT)).hasSize(5);
      assertThat(values(costs, all, span, Dimension.SERVICE)).hasSizeGreaterThan(10);
      assertThat(values(costs, all, span, Dimension.REGION)).hasSize(4);
      assertThat(values(costs, all, span, Dimension.RECORD_TYPE)).containsExactly("Credit", "DiscountedUsage", "Fee", "RIFee", "Tax", "Usage");
      assertThat(values(costs, all, span, Dimension.PURCHASE_TYPE)).containsExactly("On Demand", "Reserved", "Spot");
      assertThat(costs.store().tagKeys(all, new TagsQuery(span, null, CostFilter.EVERYTHING))).containsExactly("cost-center", "environment", "team");
      List<BigDecimal> months = unblended(costs, all, span, Granularity.MONTHLY);
      assertThat(months.get(11)).isGreaterThan(months.get(2).multiply(new BigDecimal("1.1")));
      List<BigDecimal> days = unblended(costs, all, TimeSpan.ofMonth(YearMonth.of(2026, 1)), Granularity.DAILY);
      assertThat(days.get(12)).as("the runaway week").isGreaterThan(days.get(5).multiply(new BigDecimal("2")));
      Bill bill = new Bills(costs.store()).of(all, YearMonth.of(2025, 10), null, TODAY);
      assertThat(bill.credits()).isEqualByComparingTo("-420");
      assertThat(bill.tax()).isPositive();
    }
  }

  private static List<String> values(DuckDbCosts costs, Visibility all, TimeSpan span, Dimension dimension) {
    return costs.store().values(all, new DimensionValuesQuery(span, dimension, null, CostFilter.EVERYTHING)).stream().map(value -> value.value()).toList();
  }

  private static List<BigDecimal> unblended(DuckDbCosts costs, Visibility all, TimeSpan span, Granularity granularity) {
    CostAnswer answer = costs.store().query(all, new CostQuery(span, granularity, List.of(Metric.UNBLENDED_COST), CostFilter.EVERYTHING, List.of()));
    return answer.periods().stream().map(period -> period.total().get(Metric.UNBLENDED_COST).value()).toList();
  }
}
