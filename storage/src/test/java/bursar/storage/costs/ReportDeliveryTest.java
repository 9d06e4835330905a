package bursar.storage.costs;

import static bursar.storage.costs.CostsAtHand.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostImporter;
import bursar.domain.costs.Metric;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports as AWS delivers them: folders with manifests, deliveries that replace each other. */
class ReportDeliveryTest {
  private static final String HEADER = "lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/LineItemType,lineItem/UnblendedCost,"
      + "bill/BillingPeriodStartDate,bill/PayerAccountId\n";
  private static final String ONE = "11111111-1111-1111-1111-111111111111";
  private static final String TWO = "22222222-2222-2222-2222-222222222222";

  @TempDir Path folder;
  private CostsAtHand costs;
  private Path bucket;

  @BeforeEach
  void open() throws IOException {
    costs = new CostsAtHand(folder.resolve("costs"));
    bucket = Files.createDirectories(folder.resolve("bucket"));
  }

  @AfterEach
  void close() {
    costs.close();
  }

  private void gzip(String key, String month, String... amounts) throws IOException {
    Path file = bucket.resolve(key);
    Files.createDirectories(file.getParent());
    StringBuilder text = new StringBuilder(HEADER);
    for (String amount : amounts) {
      text.append(month + "-03T00:00:00Z,000000000001,Usage," + amount + "," + month + "-01T00:00:00Z,999999999999\n");
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** One of the shared manifests, with another id, period and files. */
  private void manifest(String path, String assembly, String start, String end, String... keys) throws IOException {
    String text = Files.readString(SharedData.folder().resolve("cur-manifests/manifest-2018-01.json"))
        .replaceFirst("\"assemblyId\":\"[^\"]*\"", "\"assemblyId\":\"" + assembly + "\"")
        .replaceFirst("\"start\":\"\\d+", "\"start\":\"" + start).replaceFirst("\"end\":\"\\d+", "\"end\":\"" + end)
        .replace("\"reportKeys\":[]", "\"reportKeys\":" + Arrays.stream(keys).map(key -> "\"" + key + "\"").collect(Collectors.joining(",", "[", "]")));
    Path file = bucket.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private BigDecimal total() {
    return costs.total(Metric.UNBLENDED_COST);
  }

  private void refused(Path path, String... parts) {
    List<String> before = costs.files();
    BigDecimal sum = total();
    assertThatThrownBy(() -> costs.load(path)).isInstanceOfSatisfying(Failure.class,
        failure -> assertThat(failure.sentence()).contains(parts).endsWith("."));
    assertThat(costs.files()).isEqualTo(before);
    assertThat(total()).isEqualByComparingTo(sum);
  }

  @Test
  void exactlyTheFilesOfTheManifestAreImported() throws IOException {
    String period = "pre/report/20180101-20180201/";
    gzip(period + ONE + "/report-1.csv.gz", "2018-01", "1", "2");
    gzip(period + ONE + "/report-2.csv.gz", "2018-01", "4");
    gzip(period + ONE + "/report-3.csv.gz", "2018-01", "100");
    manifest(period + "report-Manifest.json", ONE, "20180101", "20180201", period + ONE + "/report-1.csv.gz", period + ONE + "/report-2.csv.gz");
    manifest(period + ONE + "/report-Manifest.json", ONE, "20180101", "20180201", period + ONE + "/report-1.csv.gz", period + ONE + "/report-2.csv.gz");
    CostImport done = costs.load(bucket);
    assertThat(total()).isEqualByComparingTo("7");
    assertThat(done.deliveries()).containsExactly(new CostImport.Delivery("hourly-cost-and-usage", YearMonth.of(2018, 1), ONE));
    assertThat(costs.segments.deliveries(OWNER, "main")).isEqualTo(done.deliveries());

    CostImport again = costs.load(bucket);
    assertThat(again.status()).isEqualTo(CostImport.Status.UNCHANGED);
    assertThat(again.deliveries()).isEqualTo(done.deliveries());
    assertThat(again.months()).isEmpty();
    CostImport forced = costs.costs.importer().importFiles(
        new CostImporter.Request(OWNER, "main", List.of(bucket), "the test", true, false), CostImporter.Progress.SILENT);
    assertThat(forced.status()).isEqualTo(CostImport.Status.SUCCEEDED);
    assertThat(total()).isEqualByComparingTo("7");
    costs.load(bucket.resolve(period), bucket.resolve(period + "report-Manifest.json"));
    assertThat(total()).isEqualByComparingTo("7");
  }

  @Test
  void aNewDeliveryReplacesItsMonthAndNeverAddsToIt() throws IOException {
    String january = "report/20180101-20180201/";
    String february = "report/20180201-20180301/";
    gzip(january + ONE + "/report-1.csv.gz", "2018-01", "10");
    manifest(january + "report-Manifest.json", ONE, "20180101", "20180201", january + ONE + "/report-1.csv.gz");
    gzip(february + ONE + "/report-1.csv.gz", "2018-02", "5");
    manifest(february + "report-Manifest.json", ONE, "20180201", "20180301", february + ONE + "/report-1.csv.gz");
    costs.load(bucket);
    assertThat(total()).isEqualByComparingTo("15");

    // A credit comes late: January is delivered anew after it was closed, and its first delivery stays in the folder.
    gzip(january + TWO + "/report-1.csv.gz", "2018-01", "10", "-4");
    manifest(january + TWO + "/report-Manifest.json", TWO, "20180101", "20180201", january + TWO + "/report-1.csv.gz");
    manifest(january + "report-Manifest.json", TWO, "20180101", "20180201", january + TWO + "/report-1.csv.gz");
    CostImport credited = costs.load(bucket);
    assertThat(credited.months()).as("February is published already").containsExactly(YearMonth.of(2018, 1));
    assertThat(total()).isEqualByComparingTo("11");

    costs.segments.undo(OWNER, credited.importId(), new CostImport.Undone(CostsAtHand.NOW, "the test"));
    assertThat(total()).isEqualByComparingTo("15");
    assertThat(costs.load(bucket).months()).containsExactly(YearMonth.of(2018, 1));
    assertThat(total()).isEqualByComparingTo("11");
  }

  @Test
  void withoutAManifestAboveTheDeliveriesTheLastWrittenCounts() throws IOException {
    String period = "report/20180101-20180201/";
    for (String assembly : List.of(ONE, TWO)) {
      gzip(period + assembly + "/report-1.csv.gz", "2018-01", assembly.equals(ONE) ? "1" : "2");
      manifest(period + assembly + "/report-Manifest.json", assembly, "20180101", "20180201", "x/" + period + assembly + "/report-1.csv.gz");
      Files.setLastModifiedTime(bucket.resolve(period + assembly + "/report-Manifest.json"), FileTime.from(Instant.parse("2018-02-01T00:00:00Z")));
    }
    refused(bucket, "several deliveries of 2018-01", ONE, TWO);
    Files.setLastModifiedTime(bucket.resolve(period + ONE + "/report-Manifest.json"), FileTime.from(Instant.parse("2018-02-03T00:00:00Z")));
    costs.load(bucket);
    assertThat(total()).isEqualByComparingTo("1");
    costs.load(bucket.resolve(period + TWO));
    assertThat(total()).isEqualByComparingTo("2");
  }

  @Test
  void severalDeliveriesWithoutAnyManifestAreRefused() throws IOException {
    gzip("report/20180101-20180201/" + ONE + "/report-1.csv.gz", "2018-01", "1");
    costs.load(bucket);
    gzip("report/20180101-20180201/" + TWO + "/report-1.csv.gz", "2018-01", "1");
    refused(bucket, "20180101-20180201 has several deliveries of one billing period", ONE, TWO, "no manifest");
  }

  @Test
  void whatAManifestNamesMustBeThereAndBelongToIt() throws IOException {
    String period = "report/20180101-20180201/";
    gzip(period + "report-1.csv.gz", "2018-01", "1");
    manifest(period + "report-Manifest.json", ONE, "20180101", "20180201", period + "report-1.csv.gz", period + "report-2.csv.gz");
    refused(bucket, "report-2.csv.gz", "which is not in", "2018-01");
    gzip(period + "report-2.csv.gz", "2018-03", "1");
    refused(bucket, "manifests are of 2018-01", "rows of 2018-03");
    manifest(period + "report-Manifest.json", ONE, "20180101", "20180201", "../../../../../etc/passwd");
    refused(bucket, "etc/passwd", "which is not in");
    manifest(period + "report-Manifest.json", ONE, "20180101", "20180201");
    refused(bucket, "reportKeys are empty");
    Files.writeString(bucket.resolve(period + "report-Manifest.json"), "{\"assemblyId\":\"x\", \"report");
    refused(bucket, "not JSON");
    Files.writeString(bucket.resolve(period + "report-Manifest.json"), "{}");
    refused(bucket, "neither assemblyId nor executionId");
  }

  @Test
  void twoReportsInOneFolderAreRefused() throws IOException {
    gzip("one/report-1.csv.gz", "2018-01", "1");
    manifest("one/report-Manifest.json", ONE, "20180101", "20180201", "one/report-1.csv.gz");
    gzip("two/other-1.csv.gz", "2018-01", "1");
    manifest("two/other-Manifest.json", TWO, "20180101", "20180201", "two/other-1.csv.gz");
    Path second = bucket.resolve("two/other-Manifest.json");
    Files.writeString(second, Files.readString(second).replace("hourly-cost-and-usage", "other"));
    refused(bucket, "manifests of several reports, hourly-cost-and-usage, other");
  }

  @Test
  void anExportsManifestLeadsFromItsMetadataToItsData() throws IOException {
    Path shared = SharedData.folder().resolve("cur2-parquet/cur2/data/BILLING_PERIOD=2018-10/cur2-00001.snappy.parquet");
    Path data = Files.createDirectories(bucket.resolve("cur2/data/BILLING_PERIOD=2018-10"));
    Files.copy(shared, data.resolve("cur2-00001.snappy.parquet"));
    Path metadata = Files.createDirectories(bucket.resolve("cur2/metadata/BILLING_PERIOD=2018-10"));
    Files.writeString(metadata.resolve("cur2-Manifest.json"), """
        {"exportName": "cur2", "executionId": "e1", "compression": "PARQUET", "columns": [{"name": "a", "type": "b"}],
         "dataFiles": ["s3://my-bucket/prefix/cur2/data/BILLING_PERIOD=2018-10/cur2-00001.snappy.parquet"]}
        """);
    CostImport done = costs.load(bucket);
    assertThat(done.deliveries()).containsExactly(new CostImport.Delivery("cur2", YearMonth.of(2018, 10), "e1"));
    CostsAtHand.close("total", total(), new BigDecimal("4064.4831315379"));
    assertThat(costs.load(bucket).status()).isEqualTo(CostImport.Status.UNCHANGED);
  }

  @Test
  void twoPayersInOneReportAreTwoOwners() throws IOException {
    gzip("a.csv.gz", "2018-01", "1");
    Path mixed = Files.writeString(bucket.resolve("mixed.csv"), HEADER
        + "2018-01-03T00:00:00Z,000000000001,Usage,1,2018-01-01T00:00:00Z,999999999999\n"
        + "2018-01-03T00:00:00Z,000000000001,Usage,1,2018-01-01T00:00:00Z,\n"
        + "2018-01-03T00:00:00Z,000000000001,Usage,1,2018-01-01T00:00:00Z,888888888888\n");
    refused(mixed, "several payer accounts", "999999999999 (row 1 of mixed.csv)", "888888888888 (row 3 of mixed.csv)");
    costs.costs.importer().importFiles(
        new CostImporter.Request(OWNER, "main", List.of(mixed), "the test", false, true), CostImporter.Progress.SILENT);
    assertThat(total()).isEqualByComparingTo("3");
  }
}
