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
import bursar.domain.costs.DimensionValuesQuery;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.Visibility;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every number of the expected answers of a CUR data set that a cost question can ask for. */
@Tag(CostsAtHand.CONTRACT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CurExpectedAnswersSuite {
  private static final Map<Metric, String> TWO = Map.of(Metric.UNBLENDED_COST, "UnblendedCost", Metric.AMORTIZED_COST, "AmortizedCost");
  private static final Map<Metric, String> FIVE = Map.of(
      Metric.UNBLENDED_COST, "UnblendedCost", Metric.BLENDED_COST, "BlendedCost", Metric.AMORTIZED_COST, "AmortizedCost",
      Metric.USAGE_QUANTITY, "UsageQuantity", Metric.NORMALIZED_USAGE_AMOUNT, "NormalizedUsageAmount");

  private final String dataSet;
  private final String format;
  private final String file;
  private CostsAtHand costs;
  private CostImport done;
  private Map<String, Object> expected;

  /**
   * A data set.
   *
   * @param file the file or folder in it to import; the data set itself when empty
   */
  CurExpectedAnswersSuite(String dataSet, String format, String file) {
    this.dataSet = dataSet;
    this.format = format;
    this.file = file;
  }

  @BeforeAll
  void load(@TempDir Path folder) {
    costs = new CostsAtHand(folder);
    done = costs.load(SharedData.folder().resolve(dataSet).resolve(file));
    expected = SharedData.expected(dataSet + "/expected.json");
  }

  @AfterAll
  void release() {
    costs.close();
  }

  private CostsAtHand costs() {
    return costs;
  }

  private List<Map<String, Object>> expected(String table) {
    return SharedData.rows(expected, table);
  }

  @Test
  @SuppressWarnings("unchecked")
  void theWholeAgrees() {
    Map<String, Object> totals = (Map<String, Object>) expected.get("totals");
    FIVE.forEach((metric, name) -> close(name, costs().total(metric), number(totals.get(name))));
    assertThat(done.rowsRead()).isEqualTo(number(totals.get("n")).longValue());
    assertThat(done.rowsRefused()).isZero();
    assertThat(done.format()).isEqualTo(format);
    assertThat(costs().store().values(ALL, new DimensionValuesQuery(
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
      LocalDate date = LocalDate.parse(row.get("day").toString());
      TimeSpan day = TimeSpan.ofDays(date, date.plusDays(1));
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
    Map<String, Object> byTag = (Map<String, Object>) expected.get("by_tag");
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
      assertThat(costs().store().values(visibility, new DimensionValuesQuery(
          CostsAtHand.always(), Dimension.SERVICE_CODE, null, CostFilter.EVERYTHING)).size())
          .isEqualTo(number(scenario.get("product_codes")).intValue());
      assertThat(costs().store().linkedAccounts(visibility).size()).isEqualTo(number(scenario.get("accounts")).intValue());
    });
  }

  private static CostFilter rowsOf(String sql) {
    return switch (sql) {
      case "pc<>'AWSGlue'" -> CostFilter.not(CostFilter.dimension(Dimension.SERVICE_CODE, "AWSGlue"));
      case "pc<>'AmazonEC2'" -> CostFilter.not(CostFilter.dimension(Dimension.SERVICE_CODE, "AmazonEC2"));
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
