package bursar.storage.costs;

import static bursar.storage.costs.CostsAtHand.ALL;
import static bursar.storage.costs.CostsAtHand.OWNER;
import static bursar.storage.costs.CostsAtHand.always;
import static bursar.storage.costs.CostsAtHand.by;
import static bursar.storage.costs.CostsAtHand.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.costs.Amount;
import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.DimensionValue;
import bursar.domain.costs.DimensionValuesQuery;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.LinkedAccountCharges;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TagsQuery;
import bursar.domain.costs.ValueMatch;
import bursar.domain.costs.Visibility;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions over a few lines whose answers can be added up by eye. */
@Tag(CostsAtHand.CONTRACT)
class CostQueryTest {
  /** Start, account, name, service, region, record type, cost, quantity, unit, tag team, tag With Space. */
  private static final String LINES = """
      lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/UsageAccountName,product/ProductName,product/region,lineItem/LineItemType,\
      lineItem/UnblendedCost,lineItem/UsageAmount,pricing/unit,resourceTags/user:team,resourceTags/user:With Space,lineItem/CurrencyCode,\
      bill/BillingPeriodStartDate,lineItem/UsageType
      2025-01-01T00:00:00Z,000000000001,One,Compute,eu-west-1,Usage,1.10,2,Hrs,Blue,x%y,USD,2025-01-01T00:00:00Z,A
      2025-01-01T05:00:00Z,000000000001,One,Compute,eu-west-1,Usage,0.20,3,Hrs,blue,,USD,2025-01-01T00:00:00Z,A
      2025-01-31T23:59:59Z,000000000002,Two,Storage,,Usage,4.00,8,GB,red_1,,USD,2025-01-01T00:00:00Z,B
      2025-02-01T00:00:00Z,000000000002,Two,Storage,us-east-1,Tax,0.07,1,,,,USD,2025-01-01T00:00:00Z,
      2025-03-03T12:00:00Z,000000000001,One,Compute,eu-west-1,Credit,-0.30,0,,,,USD,2025-03-01T00:00:00Z,A
      2025-03-03T12:00:00Z,000000000001,One,Compute,eu-west-1,SavingsPlanNegation,-0.50,7,Hrs,,,USD,2025-03-01T00:00:00Z,A
      """;

  private static CostsAtHand costs;

  @BeforeAll
  static void load(@TempDir Path folder) throws IOException {
    costs = new CostsAtHand(folder.resolve("costs"));
    costs.load(Files.writeString(folder.resolve("lines.csv"), LINES));
  }

  @AfterAll
  static void release() {
    costs.close();
  }

  private static BigDecimal unblended(CostFilter filter) {
    return costs.total(ALL, filter, Metric.UNBLENDED_COST);
  }

  private static CostFilter team(String option, String... values) {
    return CostFilter.tag("team", ValueMatch.of(List.of(values), Set.of(option)));
  }

  @Test
  void aChargeBelongsToTheTimeItBeginsAndNotToItsBill() {
    List<CostAnswer.Period> periods =
        costs.ask(ALL, CostFilter.EVERYTHING, days("2025-01-01", "2025-04-01"), Granularity.MONTHLY, List.of(Metric.UNBLENDED_COST)).periods();
    assertThat(periods).extracting(period -> period.total().get(Metric.UNBLENDED_COST).value().stripTrailingZeros().toPlainString())
        .containsExactly("5.3", "0.07", "-0.8");
    assertThat(costs.store().months(ALL)).containsExactly(YearMonth.of(2025, 1), YearMonth.of(2025, 2), YearMonth.of(2025, 3));
  }

  @Test
  void theFirstAndTheLastPeriodAreCutToTheSpan() {
    List<CostAnswer.Period> periods =
        costs.ask(ALL, CostFilter.EVERYTHING, days("2025-01-02", "2025-02-02"), Granularity.MONTHLY, List.of(Metric.UNBLENDED_COST)).periods();
    assertThat(periods).extracting(CostAnswer.Period::span).containsExactly(days("2025-01-02", "2025-02-01"), days("2025-02-01", "2025-02-02"));
    assertThat(periods.getFirst().total().get(Metric.UNBLENDED_COST).value()).isEqualByComparingTo("4");
  }

  @Test
  void emptyPeriodsAnswerZeroInTheDataSetsCurrency() {
    CostAnswer answer = costs.ask(ALL, CostFilter.EVERYTHING, days("2040-01-01", "2040-01-04"), Granularity.DAILY,
        List.of(Metric.UNBLENDED_COST, Metric.USAGE_QUANTITY), by(Dimension.SERVICE));
    assertThat(answer.periods()).hasSize(3).allSatisfy(period -> {
      assertThat(period.groups()).isEmpty();
      assertThat(period.total().get(Metric.UNBLENDED_COST)).isEqualTo(new Amount(BigDecimal.ZERO, "USD"));
      assertThat(period.total().get(Metric.USAGE_QUANTITY)).isEqualTo(new Amount(BigDecimal.ZERO, Amount.MIXED));
    });
  }

  @Test
  void hoursArePeriodsToo() {
    List<CostAnswer.Period> periods =
        costs.ask(ALL, CostFilter.EVERYTHING, days("2025-01-01", "2025-01-02"), Granularity.HOURLY, List.of(Metric.UNBLENDED_COST)).periods();
    assertThat(periods).hasSize(24);
    assertThat(periods.get(5).total().get(Metric.UNBLENDED_COST).value()).isEqualByComparingTo("0.2");
  }

  @Test
  void usageQuantityLeavesSavingsPlanNegationOutAndNamesItsUnitWhereThereIsOne() {
    CostAnswer.Period march =
        costs.ask(ALL, CostFilter.EVERYTHING, days("2025-03-01", "2025-04-01"), Granularity.MONTHLY, List.of(Metric.USAGE_QUANTITY)).periods().getFirst();
    assertThat(march.total().get(Metric.USAGE_QUANTITY).value()).isEqualByComparingTo("0");
    CostAnswer.Period january = costs.ask(ALL, CostFilter.EVERYTHING, days("2025-01-01", "2025-02-01"), Granularity.MONTHLY,
        List.of(Metric.USAGE_QUANTITY), by(Dimension.SERVICE)).periods().getFirst();
    assertThat(january.groups()).extracting(group -> group.amounts().get(Metric.USAGE_QUANTITY).unit()).containsExactly("Hrs", "GB");
    assertThat(january.total().get(Metric.USAGE_QUANTITY).unit()).isEqualTo("N/A");
  }

  @Test
  void everyMatchOptionMeansWhatItSays() {
    assertThat(unblended(team("EQUALS", "blue"))).isEqualByComparingTo("0.2");
    assertThat(unblended(team("CASE_SENSITIVE", "blue"))).isEqualByComparingTo("0.2");
    assertThat(unblended(team("CASE_INSENSITIVE", "BLUE"))).isEqualByComparingTo("1.3");
    assertThat(unblended(team("STARTS_WITH", "r"))).isEqualByComparingTo("4");
    assertThat(unblended(team("ENDS_WITH", "lue"))).isEqualByComparingTo("1.3");
    assertThat(unblended(team("CONTAINS", "d_1", "nothing"))).isEqualByComparingTo("4");
    assertThat(unblended(team("ABSENT"))).isEqualByComparingTo("-0.73");
    assertThat(unblended(CostFilter.tag("With Space", ValueMatch.in("x%y")))).isEqualByComparingTo("1.1");
  }

  @Test
  void wildcardsOfPoliciesAreNotWildcardsOfSql() {
    assertThat(unblended(like("red?1"))).isEqualByComparingTo("4");
    assertThat(unblended(like("red%1"))).isEqualByComparingTo("0");
    assertThat(unblended(like("?lue"))).isEqualByComparingTo("1.3");
    assertThat(unblended(like("*"))).isEqualByComparingTo("5.3");
    assertThat(unblended(like("r_d_1"))).isEqualByComparingTo("0");
  }

  private static CostFilter like(String pattern) {
    return CostFilter.tag("team", new ValueMatch(ValueMatch.Comparison.LIKE, true, List.of(pattern)));
  }

  @Test
  void aRowWithoutTheTagIsARowThatDoesNotMatch() {
    assertThat(unblended(CostFilter.not(CostFilter.tag("team", "Blue", "blue", "red_1")))).isEqualByComparingTo("-0.73");
    assertThat(unblended(CostFilter.not(CostFilter.not(CostFilter.tag("team", "Blue"))))).isEqualByComparingTo("1.1");
    assertThat(unblended(CostFilter.not(CostFilter.and(CostFilter.tag("team", "Blue"), CostFilter.tag("nobody has it", "x")))))
        .isEqualByComparingTo(unblended(CostFilter.EVERYTHING));
    assertThat(unblended(CostFilter.NOTHING)).isEqualByComparingTo("0");
    assertThat(unblended(CostFilter.not(CostFilter.dimension(Dimension.REGION, "eu-west-1")))).isEqualByComparingTo("4.07");
  }

  @Test
  void hostileTextsAreOnlyTexts() {
    String hostile = "x'] OR 1=1; DROP TABLE line; --\"\\";
    assertThat(unblended(CostFilter.tag(hostile, hostile))).isEqualByComparingTo("0");
    assertThat(unblended(CostFilter.dimension(Dimension.SERVICE, hostile, "Compute"))).isEqualByComparingTo("0.5");
    CostAnswer answer = costs.ask(ALL, CostFilter.EVERYTHING, always(), Granularity.MONTHLY, List.of(Metric.UNBLENDED_COST), new GroupKey.ByTag(hostile));
    assertThat(answer.periods()).allSatisfy(period -> assertThat(period.groups()).allSatisfy(group -> assertThat(group.keys()).containsExactly("")));
  }

  @Test
  void whatMayNotBeSeenIsNowhere() {
    Visibility two = Visibility.decidedByGate(OWNER, CostFilter.dimension(Dimension.LINKED_ACCOUNT, "000000000002"));
    assertThat(costs.total(two, CostFilter.EVERYTHING, Metric.UNBLENDED_COST)).isEqualByComparingTo("4.07");
    assertThat(costs.total(two, CostFilter.dimension(Dimension.LINKED_ACCOUNT, "000000000001"), Metric.UNBLENDED_COST)).isEqualByComparingTo("0");
    assertThat(costs.store().values(two, new DimensionValuesQuery(always(), Dimension.SERVICE, null, CostFilter.EVERYTHING)))
        .containsExactly(new DimensionValue("Storage", null));
    assertThat(costs.store().tagKeys(two, new TagsQuery(always(), null, CostFilter.EVERYTHING))).containsExactly("team");
    assertThat(costs.store().valuesOf(two, new GroupKey.ByTag("team"), new TagsQuery(always(), null, CostFilter.EVERYTHING))).containsExactly("red_1");
    assertThat(costs.store().months(two)).containsExactly(YearMonth.of(2025, 1), YearMonth.of(2025, 2));
    assertThat(costs.store().linkedAccounts(two)).extracting(LinkedAccountCharges::accountId).containsExactly("000000000002");
    Visibility stranger = Visibility.decidedByGate(new AccountId("999999999999"), CostFilter.EVERYTHING);
    assertThat(costs.total(stranger, CostFilter.EVERYTHING, Metric.UNBLENDED_COST)).isEqualByComparingTo("0");
    assertThat(costs.store().months(stranger)).isEmpty();
  }

  @Test
  void valuesAreFoundByAPartOfThem() {
    assertThat(costs.store().values(ALL, new DimensionValuesQuery(always(), Dimension.LINKED_ACCOUNT, null, CostFilter.EVERYTHING)))
        .containsExactly(new DimensionValue("000000000001", "One"), new DimensionValue("000000000002", "Two"));
    assertThat(costs.store().values(ALL, new DimensionValuesQuery(always(), Dimension.SERVICE, "STOR", CostFilter.EVERYTHING)))
        .containsExactly(new DimensionValue("Storage", null));
    assertThat(costs.store().tagKeys(ALL, new TagsQuery(always(), "space", CostFilter.EVERYTHING))).containsExactly("With Space");
    assertThat(costs.store().linkedAccounts(ALL)).first().satisfies(first -> {
      assertThat(first.unblendedCost()).isEqualByComparingTo("0.5");
      assertThat(first.firstMonth()).isEqualTo(YearMonth.of(2025, 1));
      assertThat(first.lastMonth()).isEqualTo(YearMonth.of(2025, 3));
    });
  }

  @Test
  void currenciesAreNeverAdded(@TempDir Path folder) throws IOException {
    String header = "ChargePeriodStart,BilledCost,EffectiveCost,BillingCurrency,ChargeCategory,ServiceName,ConsumedQuantity\n";
    Path file = Files.writeString(folder.resolve("two.csv"), header + "2025-01-01T00:00:00Z,1,1,USD,Usage,A,5\n2025-01-02T00:00:00Z,2,2,EUR,Usage,A,6\n");
    try (CostsAtHand two = new CostsAtHand(folder.resolve("costs"))) {
      two.load(file);
      assertThatThrownBy(() -> two.total(Metric.UNBLENDED_COST)).isInstanceOf(Failure.class)
          .hasMessageContaining("several currencies (EUR, USD)").hasMessageContaining("CURRENCY");
      assertThat(two.total(ALL, CostFilter.dimension(Dimension.CURRENCY, "EUR"), Metric.UNBLENDED_COST)).isEqualByComparingTo("2");
      assertThat(two.total(Metric.USAGE_QUANTITY)).isEqualByComparingTo("11");
      assertThat(two.store().currencies(ALL, always())).containsExactly("EUR", "USD");
    }
  }
}
