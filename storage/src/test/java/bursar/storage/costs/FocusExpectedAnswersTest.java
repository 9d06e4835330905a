package bursar.storage.costs;

import static bursar.storage.costs.CostsAtHand.ALL;
import static bursar.storage.costs.CostsAtHand.OWNER;
import static bursar.storage.costs.CostsAtHand.by;
import static bursar.storage.costs.CostsAtHand.number;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.DimensionValuesQuery;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TagsQuery;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.Visibility;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number of the FOCUS sample's expected answers that a cost question can ask for. */
@Tag(CostsAtHand.CONTRACT)
class FocusExpectedAnswersTest {
  private static final Map<Metric, String> METRICS = Map.of(
      Metric.UNBLENDED_COST, "BilledCost", Metric.AMORTIZED_COST, "EffectiveCost", Metric.USAGE_QUANTITY, "ConsumedQuantity");

  private static CostsAtHand costs;
  private static CostImport done;
  private static Map<String, Object> expected;

  @BeforeAll
  static void load(@TempDir Path folder) {
    costs = new CostsAtHand(folder);
    done = costs.load(SharedData.folder().resolve("focus-1.0/focus_sample.csv"));
    expected = SharedData.expected("focus-1.0/expected.json");
  }

  @AfterAll
  static void release() {
    costs.close();
  }

  private static List<Map<String, Object>> rows(String table) {
    return SharedData.rows(expected, table);
  }

  @Test
  @SuppressWarnings("unchecked")
  void theWholeAgrees() {
    Map<String, Object> totals = (Map<String, Object>) expected.get("totals");
    METRICS.forEach((metric, name) -> CostsAtHand.close(name, costs.total(metric), number(totals.get(name))));
    assertThat(done.rowsRead()).isEqualTo(1000);
    assertThat(done.rowsRefused()).isZero();
    assertThat(done.format()).isEqualTo("FOCUS");
  }

  @Test
  void theBillingMonthsAgree() {
    for (Map<String, Object> row : rows("by_billing_period")) {
      YearMonth month = YearMonth.parse(row.get("BillingPeriodStart").toString().substring(0, 7));
      CostImport.MonthTotal total = done.totals().stream().filter(found -> found.month().equals(month)).findFirst().orElseThrow();
      CostsAtHand.close(month.toString(), total.unblendedCost(), number(row.get("BilledCost")));
      assertThat(total.rows()).isEqualTo(number(row.get("n")).longValue());
    }
  }

  @Test
  void everyDayAgrees() {
    for (Map<String, Object> row : rows("by_charge_day")) {
      LocalDate date = LocalDate.parse(row.get("day").toString());
      var answer = costs.ask(ALL, CostFilter.EVERYTHING, TimeSpan.ofDays(date, date.plusDays(1)), Granularity.DAILY, List.copyOf(METRICS.keySet()));
      METRICS.forEach((metric, name) ->
          CostsAtHand.close(row + name, answer.periods().getFirst().total().get(metric).value(), number(row.get(name))));
    }
  }

  @Test
  void everyBreakdownAgrees() {
    costs.agree(rows("by_provider"), METRICS, List.of("ProviderName"), by(Dimension.PROVIDER));
    costs.agree(rows("by_charge_category"), METRICS, List.of("ProviderName", "ChargeCategory"), by(Dimension.PROVIDER), by(Dimension.RECORD_TYPE));
    costs.agree(rows("by_service"), METRICS, List.of("ProviderName", "ServiceName"), by(Dimension.PROVIDER), by(Dimension.SERVICE));
    costs.agree(rows("by_sub_account"), METRICS, List.of("SubAccountId", "SubAccountName"), by(Dimension.LINKED_ACCOUNT), by(Dimension.LINKED_ACCOUNT_NAME));
    costs.agree(rows("by_region"), METRICS, List.of("RegionId"), by(Dimension.REGION));
  }

  @Test
  @SuppressWarnings("unchecked")
  void everyTagAgrees() {
    ((Map<String, Object>) expected.get("by_tag")).forEach((key, rows) -> {
      List<Map<String, Object>> tagged = ((List<Map<String, Object>>) rows).stream().filter(row -> row.get("value") != null).toList();
      assertThat(tagged).isNotEmpty();
      costs.agree(tagged, METRICS, List.of("value"), new GroupKey.ByTag(key));
    });
    assertThat(costs.store().tagKeys(ALL, new TagsQuery(CostsAtHand.always(), null, CostFilter.EVERYTHING)))
        .containsExactlyInAnyOrderElementsOf(((Map<String, Object>) expected.get("tag_keys")).keySet());
  }

  @Test
  void everyPrincipalSeesExactlyTheirRows() {
    assertThat(rows("access_scenarios")).isNotEmpty().allSatisfy(scenario -> {
      String name = scenario.get("name").toString();
      CostFilter visible = name.equals("deny ProviderName=AWS") ? CostFilter.not(CostFilter.dimension(Dimension.PROVIDER, "AWS"))
          : CostFilter.dimension(Dimension.LINKED_ACCOUNT, name.replace("only SubAccountId=", ""));
      Visibility visibility = Visibility.decidedByGate(OWNER, visible);
      METRICS.forEach((metric, column) ->
          CostsAtHand.close(name, costs.total(visibility, CostFilter.EVERYTHING, metric), number(scenario.get(column))));
    });
  }

  @Test
  void theBareWordNullIsMissingAndBlendedCostIsZero() {
    assertThat(costs.store().values(ALL, new DimensionValuesQuery(CostsAtHand.always(), Dimension.REGION, null, CostFilter.EVERYTHING)))
        .noneMatch(value -> value.value().equals("NULL"));
    assertThat(costs.total(Metric.BLENDED_COST)).isEqualByComparingTo(BigDecimal.ZERO);
  }
}
