package bursar.storage.costs;

import static bursar.storage.costs.CostsAtHand.number;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TagsQuery;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form in which cost data comes: the same whether it is Parquet or text, and whether its columns change from month to month. */
class EveryFormTest {
  private static final Map<Metric, String> TWO = Map.of(Metric.UNBLENDED_COST, "UnblendedCost", Metric.AMORTIZED_COST, "AmortizedCost");
  private static final Map<Metric, String> FIVE = Map.of(
      Metric.UNBLENDED_COST, "UnblendedCost", Metric.BLENDED_COST, "BlendedCost", Metric.AMORTIZED_COST, "AmortizedCost",
      Metric.USAGE_QUANTITY, "UsageQuantity", Metric.NORMALIZED_USAGE_AMOUNT, "NormalizedUsageAmount");

  @TempDir Path folder;

  private static void copy(String select, Path to) throws SQLException {
    String options = to.toString().endsWith(".parquet") ? "(FORMAT parquet)" : "(FORMAT csv, HEADER, COMPRESSION gzip)";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
      statement.execute("COPY (" + select + ") TO " + SqlText.literal(to.toString()) + " " + options);
    }
  }

  private static String shared(String file) {
    return "read_parquet(" + SqlText.literal(SharedData.folder().resolve(file).toString()) + ")";
  }

  @SuppressWarnings("unchecked")
  private static void agree(CostsAtHand costs, String expectedFile) {
    Map<String, Object> expected = SharedData.expected(expectedFile);
    Map<String, Object> totals = (Map<String, Object>) expected.get("totals");
    FIVE.forEach((metric, name) -> CostsAtHand.close(name, costs.total(metric), number(totals.get(name))));
    costs.agree(SharedData.rows(expected, "by_service_product_code"), FIVE, List.of("pc"), CostsAtHand.by(Dimension.SERVICE_CODE));
    costs.agree(SharedData.rows(expected, "by_linked_account"), FIVE, List.of("acct"), CostsAtHand.by(Dimension.LINKED_ACCOUNT));
    ((Map<String, Object>) expected.get("by_tag")).forEach((column, rows) -> costs.agree(
        (List<Map<String, Object>>) rows, TWO, List.of("v"), new GroupKey.ByTag(column.replaceFirst("^resource_tags_user_", ""))));
  }

  @Test
  void twoMonthsOfLegacyTextWhoseColumnsDifferGiveTheAnswersOfTheParquetFiles() throws SQLException {
    copy("SELECT * FROM " + shared("cur-legacy-parquet/Oct2018-WorkshopCUR-00001.snappy.parquet"), folder.resolve("october.csv.gz"));
    copy("SELECT * FROM " + shared("cur-legacy-parquet/Nov2018-WorkshopCUR-00001.snappy.parquet"), folder.resolve("november.csv.gz"));
    try (CostsAtHand costs = new CostsAtHand(folder.resolve("costs"))) {
      costs.load(folder.resolve("october.csv.gz"));
      CostImport done = costs.load(folder.resolve("november.csv.gz"));
      assertThat(done.rowsRefused()).isZero();
      agree(costs, "cur-legacy-parquet/expected.json");
    }
  }

  @Test
  void theSecondReportAsTextWithMapsWrittenAsJsonGivesTheAnswersOfTheParquetFile() throws SQLException {
    String file = shared("cur2-parquet/cur2/data/BILLING_PERIOD=2018-10/cur2-00001.snappy.parquet");
    copy("SELECT * REPLACE (to_json(resource_tags) AS resource_tags, to_json(product) AS product, to_json(cost_category) AS cost_category,"
        + " to_json(discount) AS discount) FROM " + file, folder.resolve("cur2-00001.csv.gz"));
    try (CostsAtHand costs = new CostsAtHand(folder.resolve("costs"))) {
      CostImport done = costs.load(folder.resolve("cur2-00001.csv.gz"));
      assertThat(done.rowsRefused()).as(done.refusals().toString()).isZero();
      assertThat(done.format()).isEqualTo("AWS CUR 2.0");
      agree(costs, "cur2-parquet/expected.json");
    }
  }

  @Test
  void focusAsParquetWithTypesAndAsCompressedTextGivesTheSameAnswers() throws SQLException {
    String text = "read_csv(" + SqlText.literal(SharedData.folder().resolve("focus-1.3/aws_1_3_cost_and_usage_rows25_seed7_credits.csv").toString())
        + ", all_varchar = true, header = true)";
    copy("SELECT * FROM " + text, folder.resolve("focus.csv.gz"));
    copy("SELECT * REPLACE (CAST(BilledCost AS DOUBLE) AS BilledCost, CAST(EffectiveCost AS DECIMAL(20, 14)) AS EffectiveCost,"
        + " CAST(ChargePeriodStart AS TIMESTAMPTZ) AS ChargePeriodStart, CAST(BillingPeriodStart AS TIMESTAMP) AS BillingPeriodStart) FROM " + text,
        folder.resolve("focus.parquet"));
    Map<String, Object> expected = SharedData.expected("focus-1.3/expected_credits.json");
    for (String file : List.of("focus.csv.gz", "focus.parquet")) {
      try (CostsAtHand costs = new CostsAtHand(folder.resolve(file + ".costs"))) {
        assertThat(costs.load(folder.resolve(file)).rowsRefused()).isZero();
        @SuppressWarnings("unchecked")
        Map<String, Object> totals = (Map<String, Object>) expected.get("totals");
        CostsAtHand.close(file, costs.total(Metric.UNBLENDED_COST), number(totals.get("BilledCost")));
        CostsAtHand.close(file, costs.total(Metric.AMORTIZED_COST), number(totals.get("EffectiveCost")));
      }
    }
  }

  /** FOCUS 1.4 has no ProviderName and PublisherName any longer; every column of its model is there, and two of a provider's own. */
  @Test
  @SuppressWarnings("unchecked")
  void everyColumnOfTheLatestFocusIsTaken() throws IOException {
    String model = Files.readString(SharedData.folder().resolve("focus-conformance/focus_1_4_model.json"));
    List<String> columns = java.util.regex.Pattern.compile("\"([A-Z][A-Za-z]+)\"").matcher(model).results().map(found -> found.group(1))
        .filter(name -> List.of("BilledCost", "EffectiveCost", "ChargePeriodStart", "ChargePeriodEnd", "BillingPeriodStart", "BillingPeriodEnd",
            "BillingCurrency", "ChargeCategory", "ServiceName", "ServiceProviderName", "HostProviderName", "InvoiceIssuerName", "InvoiceDetailId",
            "CommitmentProgramEligibilityDetails", "SubAccountId", "SkuMeter", "RegionId", "Tags", "ListCost", "ContractApplied").contains(name))
        .distinct().toList();
    assertThat(columns).hasSize(20);
    Map<String, String> values = Map.of("BilledCost", "1.5", "EffectiveCost", "1.25", "ListCost", "2", "BillingCurrency", "EUR", "Tags",
        "\"{\"\"team\"\": \"\"blue\"\"}\"", "ChargePeriodStart", "2026-03-04T00:00:00Z", "ChargePeriodEnd", "2026-03-05T00:00:00Z",
        "BillingPeriodStart", "2026-03-01T00:00:00Z", "BillingPeriodEnd", "2026-04-01T00:00:00Z");
    Path file = Files.writeString(folder.resolve("focus14.csv"), String.join(",", columns) + ",x_Own,x_Other\n"
        + columns.stream().map(column -> values.getOrDefault(column, "a " + column)).collect(Collectors.joining(",")) + ",mine,\n");
    try (CostsAtHand costs = new CostsAtHand(folder.resolve("costs"))) {
      CostImport done = costs.load(file);
      assertThat(done.refusals()).isEmpty();
      assertThat(done.normalisations()).isEmpty();
      assertThat(costs.total(Metric.UNBLENDED_COST)).isEqualByComparingTo(new BigDecimal("1.5"));
      assertThat(costs.sums(List.of(Metric.UNBLENDED_COST), CostsAtHand.by(Dimension.PROVIDER))).containsOnlyKeys(List.of("a ServiceProviderName"));
      assertThat(costs.store().tagKeys(CostsAtHand.ALL, new TagsQuery(CostsAtHand.always(), null, CostFilter.EVERYTHING))).containsExactly("team");
      assertThat(costs.sums(List.of(Metric.UNBLENDED_COST), new GroupKey.BySourceColumn("x_Own"))).containsOnlyKeys(List.of("mine"));
      assertThat(costs.sums(List.of(Metric.UNBLENDED_COST), new GroupKey.BySourceColumn("InvoiceDetailId"))).containsOnlyKeys(List.of("a InvoiceDetailId"));
    }
  }
}
