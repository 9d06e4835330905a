package bursar.storage.costs;

import static bursar.storage.costs.CostsAtHand.ALL;
import static bursar.storage.costs.CostsAtHand.OWNER;
import static bursar.storage.costs.CostsAtHand.by;
import static bursar.storage.costs.CostsAtHand.close;
import static bursar.storage.costs.CostsAtHand.number;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Every number of the expected answers of the three CUR data sets that a cost question can ask for. */
@ParameterizedClass
@CsvSource({
  "cur-legacy-parquet, AWS CUR (legacy), parquet",
  "cur2-parquet, AWS CUR 2.0, cur2",
  "cur-hive-text, AWS CUR (legacy), BeforeCUR.gz"
})
class CurExpectedAnswersTest {
  private static final Map<String, CostsAtHand> LOADED = new LinkedHashMap<>();
  private static final Map<String, CostImport> IMPORTS = new LinkedHashMap<>();
  private static final Map<Metric, String> TWO = Map.of(Metric.UNBLENDED_COST, "UnblendedCost", Metric.AMORTIZED_COST, "AmortizedCost");
  private static final Map<Metric, String> FIVE = Map.of(
      Metric.UNBLENDED_COST, "UnblendedCost", Metric.BLENDED_COST, "BlendedCost", Metric.AMORTIZED_COST, "AmortizedCost",
      Metric.USAGE_QUANTITY, "UsageQuantity", Metric.NORMALIZED_USAGE_AMOUNT, "NormalizedUsageAmount");

  @Parameter(0)
  String dataSet;

  @Parameter(1)
  String format;

  @Parameter(2)
  String what;

  private CostsAtHand costs() {
    return LOADED.computeIfAbsent(dataSet, absent -> {
      try {
        CostsAtHand costs = new CostsAtHand(Files.createTempDirectory("bursar-costs"));
        Path folder = SharedData.folder().resolve(dataSet);
        IMPORTS.put(dataSet, what.equals("parquet") ? costs.load(folder) : costs.load(folder.resolve(what)));
        return costs;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  private Map<String, Object> expected() {
    return SharedData.expected(dataSet + "/expected.json");
  }

  private List<Map<String, Object>> expected(String table) {
    return SharedData.rows(expected(), table);
  }

  @BeforeAll
  static void start() {
    LOADED.clear();
  }

  @AfterAll
  static void stop() {
    LOADED.values().forEach(CostsAtHand::close);
  }

  @Test
  @SuppressWarnings("unchecked")
  void theWholeAgrees() {
    Map<String, Object> totals = (Map<String, Object>) expected().get("totals");
    FIVE.forEach((metric, name) -> close(name, costs().total(metric), number(totals.get(name))));
    CostImport done = IMPORTS.get(dataSet);
    assertThat(done.rowsRead()).isEqualTo(number(totals.get("n")).longValue());
    assertThat(done.rowsRefused()).isZero();
    assertThat(done.format()).isEqualTo(format);
    assertThat(costs().store().values(ALL, new bursar.domain.costs.DimensionValuesQuery(
        CostsAtHand.always(), Dimension.SERVICE_CODE, null, CostFilter.EVERYTHING))).hasSize(number(totals.get("product_codes")).intValue());
  }

  @Test
  void everyMonthAgrees() {
    for (Map<String, Object> row : expected("by_month")) {
      TimeSpan month = TimeSpan.ofMonth(YearMonth.parse(row.get("mon").toString()));
      CostAnswer answer = costs().ask(ALL, CostFilter.EVERYTHING, month, Granularity.MONTHLY, List.copyOf(FIVE.keySet()));
      FIVE.forEach((metric, name) -> close(row + name, answer.periods().getFirst().total().get(metric).value(), number(row.get(name))));
    }
  }

  @Test
  void everyDayAgrees() {
    for (Map<String, Object> row : expected("by_day")) {
      TimeSpan day = TimeSpan.ofDays(java.time.LocalDate.parse(row.get("day").toString()), java.time.LocalDate.parse(row.get("day").toString()).plusDays(1));
      CostAnswer answer = costs().ask(ALL, CostFilter.EVERYTHING, day, Granularity.DAILY, List.copyOf(TWO.keySet()));
      TWO.forEach((metric, name) -> close(row + name, answer.periods().getFirst().total().get(metric).value(), number(row.get(name))));
    }
  }

  @Test
  void everyBreakdownAgrees() {
    costs().agree(expected("by_record_type"), FIVE, List.of("rt"), by(Dimension.RECORD_TYPE));
    costs().agree(expected("by_service_product_code"), FIVE, List.of("pc"), by(Dimension.SERVICE_CODE));
    costs().agree(expected("by_service_product_name"), TWO, List.of("pn"), by(Dimension.SERVICE));
    costs().agree(expected("by_linked_account"), FIVE, List.of("acct"), by(Dimension.LINKED_ACCOUNT));
    costs().agree(expected("by_account_service"), TWO, List.of("acct", "pc"), by(Dimension.LINKED_ACCOUNT), by(Dimension.SERVICE_CODE));
    costs().agree(expected("by_region"), TWO, List.of("reg"), by(Dimension.REGION));
    costs().agree(expected("by_usage_type_top20"), TWO, List.of("ut"), by(Dimension.USAGE_TYPE));
    costs().agree(expected("by_operation_top10"), TWO, List.of("op"), by(Dimension.OPERATION));
    costs().agree(expected("top5_resources_unblended"), TWO, List.of("rid", "pc"), by(Dimension.RESOURCE_ID), by(Dimension.SERVICE_CODE));
  }

  @Test
  @SuppressWarnings("unchecked")
  void everyTagAgrees() {
    Map<String, Object> byTag = (Map<String, Object>) expected().get("by_tag");
    assertThat(byTag).isNotEmpty();
    byTag.forEach((column, rows) -> costs().agree(
        (List<Map<String, Object>>) rows, TWO, List.of("v"), new GroupKey.ByTag(column.replaceFirst("^resource_tags_user_", ""))));
  }

  @Test
  void everyPrincipalSeesExactlyTheirRows() {
    assertThat(expected("access_scenarios")).isNotEmpty().allSatisfy(scenario -> {
      Visibility visibility = Visibility.decidedByGate(OWNER, rowsOf(scenario.get("row_filter").toString()));
      FIVE.forEach((metric, name) ->
          close(scenario + name, costs().total(visibility, CostFilter.EVERYTHING, metric), number(scenario.get(name))));
      assertThat(costs().store().values(visibility, new bursar.domain.costs.DimensionValuesQuery(
          CostsAtHand.always(), Dimension.SERVICE_CODE, null, CostFilter.EVERYTHING)).size())
          .isEqualTo(number(scenario.get("product_codes")).intValue());
      assertThat(costs().store().linkedAccounts(visibility).size()).isEqualTo(number(scenario.get("accounts")).intValue());
    });
  }

  private static CostFilter rowsOf(String sql) {
    return switch (sql) {
      case "pc<>'AWSGlue'" -> CostFilter.not(CostFilter.dimension(Dimension.SERVICE_CODE, "AWSGlue"));
      case "resource_tags_user_department='Sales'" -> CostFilter.tag("department", "Sales");
      case "coalesce(resource_tags_user_environment,'')<>'Production' and reg='us-east-1'" -> CostFilter.and(
          CostFilter.not(CostFilter.tag("environment", "Production")), CostFilter.dimension(Dimension.REGION, "us-east-1"));
      case "acct='836060457634' and resource_tags_user_department in ('Sales','Analytics')" -> CostFilter.and(
          CostFilter.dimension(Dimension.LINKED_ACCOUNT, "836060457634"), CostFilter.tag("department", "Sales", "Analytics"));
      case "false" -> CostFilter.NOTHING;
      default -> {
        assertThat(sql).matches("acct='\\d{12}'");
        yield CostFilter.dimension(Dimension.LINKED_ACCOUNT, sql.substring(6, 18));
      }
    };
  }
}
