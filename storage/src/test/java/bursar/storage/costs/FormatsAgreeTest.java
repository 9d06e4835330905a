package bursar.storage.costs;

import static bursar.storage.costs.CostsAtHand.number;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.costs.CostImport;
import bursar.domain.costs.Metric;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same month says the same in whatever form it comes. */
class FormatsAgreeTest {
  private static final String MONTH = "cur-legacy-parquet/Oct2018-WorkshopCUR-00001.snappy.parquet";
  private static final int ROWS = 15_000;

  @Test
  void aMonthAsTextEqualsTheMonthAsParquetToTheLastDigit(@TempDir Path folder) throws SQLException {
    Path parquet = folder.resolve("october.parquet");
    Path text = folder.resolve("october.csv.gz");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
      String part = "COPY (SELECT * FROM read_parquet(" + SqlText.literal(SharedData.folder().resolve(MONTH).toString()) + ") LIMIT " + ROWS + ") TO ";
      statement.execute(part + SqlText.literal(parquet.toString()) + " (FORMAT parquet)");
      statement.execute(part + SqlText.literal(text.toString()) + " (FORMAT csv, HEADER, COMPRESSION gzip)");
    }
    try (CostsAtHand costs = new CostsAtHand(folder.resolve("costs"))) {
      costs.load(parquet);
      Map<Metric, BigDecimal> before = totals(costs);
      CostImport done = costs.load(text);
      assertThat(done.rowsRead()).isEqualTo(ROWS);
      assertThat(done.rowsRefused()).isZero();
      assertThat(totals(costs)).isEqualTo(before);
    }
  }

  private static Map<Metric, BigDecimal> totals(CostsAtHand costs) {
    return Stream.of(Metric.values()).collect(java.util.stream.Collectors.toMap(metric -> metric, metric -> costs.total(metric).stripTrailingZeros()));
  }

  @Test
  @SuppressWarnings("unchecked")
  void laterFocusIsReadToo(@TempDir Path folder) {
    Map<String, String> files = Map.of(
        "focus-1.2", "aws_1_2_cost_and_usage_rows25_seed7_credits.csv", "focus-1.3", "aws_1_3_cost_and_usage_rows25_seed7_credits.csv");
    files.forEach((dataSet, file) -> {
      try (CostsAtHand costs = new CostsAtHand(folder.resolve(dataSet))) {
        CostImport done = costs.load(SharedData.folder().resolve(dataSet).resolve(file));
        assertThat(done.rowsRefused()).as(done.refusals().toString()).isZero();
        Map<String, Object> totals = (Map<String, Object>) SharedData.expected(dataSet + "/expected_credits.json").get("totals");
        CostsAtHand.close(dataSet, costs.total(Metric.UNBLENDED_COST), number(totals.get("BilledCost")));
        CostsAtHand.close(dataSet, costs.total(Metric.AMORTIZED_COST), number(totals.get("EffectiveCost")));
        CostsAtHand.close(dataSet, costs.total(Metric.USAGE_QUANTITY), number(totals.get("ConsumedQuantity")));
      }
    });
  }
}
