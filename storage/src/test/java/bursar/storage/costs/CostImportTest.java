package bursar.storage.costs;

import static bursar.storage.costs.CostsAtHand.ALL;
import static bursar.storage.costs.CostsAtHand.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostImporter;
import bursar.domain.costs.CostSegment;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.DimensionValue;
import bursar.domain.costs.DimensionValuesQuery;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TagsQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports that succeed, fail, repeat, break off and run beside questions. */
class CostImportTest {
  private static final String HEADER = "lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/LineItemType,lineItem/UnblendedCost,"
      + "product/ProductName,resourceTags/user:team,bill/BillingPeriodStartDate\n";
  private static final String JANUARY = HEADER + "2025-01-01T00:00:00Z,000000000001,Usage,1.25,Compute,blue,2025-01-01T00:00:00Z\n";
  private static final String FEBRUARY = HEADER + "2025-02-01T00:00:00Z,000000000001,Usage,2.5,Compute,,2025-02-01T00:00:00Z\n";

  @TempDir Path folder;
  private CostsAtHand costs;

  @BeforeEach
  void open() {
    costs = new CostsAtHand(folder.resolve("costs"));
  }

  @AfterEach
  void close() {
    costs.close();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path gzip(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
    }
    return file;
  }

  private BigDecimal unblended() {
    return costs.total(Metric.UNBLENDED_COST);
  }

  private void refused(Path file, String... parts) {
    List<String> before = costs.files();
    BigDecimal sum = unblended();
    assertThatThrownBy(() -> costs.load(file)).isInstanceOfSatisfying(Failure.class, failure -> {
      assertThat(failure.code()).isEqualTo("ValidationException");
      assertThat(failure.sentence()).contains(parts).endsWith(".");
      CostImport last = costs.segments.imports(OWNER, 100).stream()
          .filter(one -> one.paths().contains(file.toString())).findFirst().orElseThrow();
      assertThat(last.status()).isEqualTo(CostImport.Status.FAILED);
      assertThat(last.failure()).isEqualTo(failure.sentence());
    });
    assertThat(costs.files()).isEqualTo(before);
    assertThat(unblended()).isEqualByComparingTo(sum);
  }

  @Test
  void theSameImportTwiceDoublesNothing() throws IOException {
    Path january = file("a.csv", JANUARY);
    costs.load(january);
    CostImport again = costs.load(january);
    assertThat(unblended()).isEqualByComparingTo("1.25");
    assertThat(again.months()).containsExactly(YearMonth.of(2025, 1));
    assertThat(again.totals().getFirst()).isEqualTo(new CostImport.MonthTotal(YearMonth.of(2025, 1), "USD", new BigDecimal("1.25"), 1));
    assertThat(costs.files()).as("the month, and what it was before").hasSize(2).allMatch(name -> name.startsWith("segments/"));
    costs.load(january);
    assertThat(costs.files()).hasSize(2);
  }

  @Test
  void theSamePathTwiceInOneImportCountsOnce() throws IOException {
    Path january = file("a.csv", JANUARY);
    costs.load(january, january, folder.resolve("./a.csv"));
    assertThat(unblended()).isEqualByComparingTo("1.25");
  }

  @Test
  void aMonthIsReplacedWholeAndOthersStay() throws IOException {
    costs.load(file("a.csv", JANUARY), file("b.csv", FEBRUARY));
    assertThat(unblended()).isEqualByComparingTo("3.75");
    costs.load(file("c.csv", JANUARY.replace("1.25", "-7")));
    assertThat(unblended()).isEqualByComparingTo("-4.5");
  }

  @Test
  void dataSetsOfOneOwnerAddUp() throws IOException {
    costs.load(file("a.csv", JANUARY));
    costs.costs.importer().importFiles(
        new CostImporter.Request(OWNER, "azure", List.of(file("b.csv", JANUARY)), "the test"), CostImporter.Progress.SILENT);
    assertThat(unblended()).isEqualByComparingTo("2.5");
  }

  @Test
  void columnsThatChangeFromFileToFileAreUnitedByName() throws IOException {
    String other = "bill/BillingPeriodStartDate,resourceTags/user:Cost Center,resourceTags/aws:createdBy,lineItem/UnblendedCost,lineItem/LineItemType,"
        + "lineItem/UsageAccountId,lineItem/UsageStartDate\n2025-01-01T00:00:00Z,7,me,3,Fee,000000000002,2025-01-02T00:00:00Z\n";
    Path report = Files.createDirectory(folder.resolve("re*po[r]t 'x'"));
    Files.writeString(report.resolve("report-1.csv"), JANUARY);
    Files.move(gzip("x", other.getBytes(StandardCharsets.UTF_8)), report.resolve("report-2.csv.gz"));
    costs.load(report);
    assertThat(unblended()).isEqualByComparingTo("4.25");
    assertThat(costs.store().tagKeys(ALL, new TagsQuery(CostsAtHand.always(), null, CostFilter.EVERYTHING)))
        .containsExactly("Cost Center", "aws:createdBy", "team");
  }

  @Test
  void amortizedCostFollowsTheLineItemType() throws IOException {
    String header = "line_item_usage_start_date,line_item_usage_account_id,line_item_line_item_type,line_item_unblended_cost,"
        + "reservation_reservation_a_r_n,reservation_effective_cost,reservation_unused_amortized_upfront_fee_for_billing_period,"
        + "reservation_unused_recurring_fee,savings_plan_savings_plan_a_r_n,savings_plan_savings_plan_effective_cost,"
        + "savings_plan_total_commitment_to_date,savings_plan_used_commitment,line_item_product_code,line_item_line_item_description\n";
    List<String> types = List.of(
        "SavingsPlanCoveredUsage,9,,,,,sp,1,,,EC2,", "SavingsPlanRecurringFee,9,,,,,sp,,10,8,EC2,", "SavingsPlanNegation,-9,,,,,sp,,,,EC2,",
        "SavingsPlanUpfrontFee,100,,,,,sp,,,,EC2,", "DiscountedUsage,0,ri,4,,,,,,,EC2,", "RIFee,50,ri,,16,32,,,,,EC2,", "Fee,1000,ri,,,,,,,,EC2,",
        "Fee,64,,,,,,,,,EC2,", "Refund,-100,,,,,,,,,ComputeSavingsPlans,Refund for one-time fee for Savings Plan ID 7", "Refund,-1000,,,,,,,,,EC2,x",
        "Tax,128,,,,,,,,,EC2,", "EdpDiscount,-256,,,,,,,,,EC2,");
    StringBuilder text = new StringBuilder(header);
    types.forEach(type -> text.append("2025-01-01T00:00:00Z,000000000001,").append(type).append('\n'));
    costs.load(file("a.csv", text.toString()));
    assertThat(costs.total(Metric.AMORTIZED_COST)).isEqualByComparingTo(new BigDecimal(1 + 2 + 4 + 48 + 64 - 1000 + 128 - 256));
    assertThat(costs.total(Metric.NET_AMORTIZED_COST)).isEqualByComparingTo(costs.total(Metric.AMORTIZED_COST));
    assertThat(costs.store().values(ALL, new DimensionValuesQuery(CostsAtHand.always(), Dimension.PURCHASE_TYPE, null, CostFilter.EVERYTHING)))
        .extracting(DimensionValue::value).containsExactly("On Demand", "Reserved", "Savings Plans");
  }

  @Test
  void netCostsTakeTheDiscountedColumnsWhereTheyExist() throws IOException {
    String header = "line_item_usage_start_date,line_item_usage_account_id,line_item_line_item_type,line_item_unblended_cost,"
        + "line_item_net_unblended_cost,savings_plan_total_commitment_to_date,savings_plan_used_commitment,"
        + "savings_plan_net_amortized_upfront_commitment_for_billing_period,savings_plan_net_recurring_commitment_for_billing_period\n";
    costs.load(file("a.csv", header + "2025-01-01T00:00:00Z,1,Usage,10,9,,,,\n2025-01-01T00:00:00Z,1,Usage,10,,,,,\n"
        + "2025-01-01T00:00:00Z,1,SavingsPlanRecurringFee,6,5.5,8,6,1,2\n"));
    assertThat(costs.total(Metric.NET_UNBLENDED_COST)).isEqualByComparingTo("24.5");
    assertThat(costs.total(Metric.NET_AMORTIZED_COST)).isEqualByComparingTo("19.75");
  }

  @Test
  void rowsThatCannotBeReadAreRefusedWithReasonsAndTheRestIsLoaded() throws IOException {
    String rows = """
        2025-01-01T00:00:00Z,000000000001,Usage,1,Compute,blue,2025-01-01T00:00:00Z
        2025-01-01T00:00:00Z,000000000001,Usage
        2025-01-01T00:00:00Z,000000000001,Usage,ten,Compute,blue,2025-01-01T00:00:00Z
        yesterday,000000000001,Usage,1,Compute,blue,2025-01-01T00:00:00Z
        2025-01-01T00:00:00Z,000000000001,Usage,1,Compute,blue,2025-01-01T00:00:00Z,more
        ,000000000001,Usage,1,Compute,blue,2025-01-01T00:00:00Z
        2025-01-01T00:00:00Z,000000000001,Usage,,Compute,"two
        lines",2025-01-01T00:00:00Z
        2025-01-01T00:00:00Z,000000000001,Usage,1e30,Compute,blue,2025-01-01T00:00:00Z
        """;
    CostImport done = costs.load(file("a.csv", HEADER + rows));
    assertThat(done.status()).isEqualTo(CostImport.Status.SUCCEEDED);
    assertThat(done.rowsRead()).isEqualTo(8);
    assertThat(done.rowsRefused()).isEqualTo(6);
    assertThat(done.refusals()).extracting(CostImport.Refusal::row).containsExactlyInAnyOrder(2L, 3L, 4L, 5L, 6L, 8L);
    assertThat(done.refusals()).allMatch(refusal -> refusal.file().equals("a.csv")).extracting(CostImport.Refusal::reason)
        .contains("column lineItem/UnblendedCost: 'ten' is not a number of at most 23 digits before the point",
            "column lineItem/UsageStartDate: 'yesterday' is not a date and time of the years 2000 to 2199", "column lineItem/UsageStartDate is empty",
            "has fewer values than the 7 columns of the header", "has more values than the 7 columns of the header");
    assertThat(unblended()).isEqualByComparingTo("1");
    assertThat(costs.segments.find(done.importId())).contains(done);
  }

  @Test
  void brokenTagsRefuseTheirRow() throws IOException {
    CostImport done = costs.load(file("focus.csv", """
        ChargePeriodStart,BilledCost,EffectiveCost,BillingCurrency,ChargeCategory,ServiceName,Tags
        2025-01-01T00:00Z,1,1,USD,Usage,"A","{""team"": ""blue"", ""n"": 1, ""none"": null, ""empty"": ""\"\"}"
        2025-01-01 00:00:00,1,1,USD,Usage,"NULL",{broken
        2025-01-01T00:00:00+02:00,1,1,USD,Usage,"NULL",NULL
        """));
    assertThat(done.refusals()).extracting(CostImport.Refusal::reason).containsExactly("column Tags: '{broken' is not a JSON object of texts");
    assertThat(costs.store().tagKeys(ALL, new TagsQuery(CostsAtHand.always(), null, CostFilter.EVERYTHING))).containsExactly("empty", "n", "team");
    assertThat(costs.store().values(ALL, new DimensionValuesQuery(CostsAtHand.always(), Dimension.SERVICE, null, CostFilter.EVERYTHING)))
        .extracting(DimensionValue::value).containsExactly("A", "NULL");
    assertThat(costs.store().months(ALL)).containsExactly(YearMonth.of(2024, 12), YearMonth.of(2025, 1));
  }

  @Test
  void filesThatAreNoCostDataAreRefusedAndNothingChanges() throws IOException {
    costs.load(file("a.csv", JANUARY));
    byte[] noise = new byte[50_000];
    new Random(7).nextBytes(noise);
    Path shared = SharedData.folder().resolve("cur-legacy-parquet/Oct2018-WorkshopCUR-00001.snappy.parquet");
    byte[] parquet = Files.readAllBytes(shared);
    byte[] mangled = parquet.clone();
    Arrays.fill(mangled, 100_000, 400_000, (byte) 0x5a);
    byte[] lines = (HEADER + JANUARY.substring(HEADER.length()).repeat(20_000)).getBytes(StandardCharsets.UTF_8);
    byte[] gzip = Files.readAllBytes(gzip("whole.csv.gz", lines));
    refused(folder.resolve("nothing.csv"), "nothing.csv", "no file");
    refused(file("empty.csv", ""), "empty.csv is empty");
    refused(Files.write(folder.resolve("noise.csv"), noise), "noise.csv", "neither Parquet nor");
    refused(Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(parquet, parquet.length / 2)), "cut.parquet", "damaged or cut off");
    refused(Files.write(folder.resolve("mangled.parquet"), mangled), "mangled.parquet", "damaged");
    refused(Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(gzip, gzip.length / 2)), "cut.csv.gz", "damaged or cut off");
    refused(Files.write(folder.resolve("stub.csv.gz"), Arrays.copyOf(gzip, 12)), "stub.csv.gz", "damaged or cut off");
    refused(file("other.csv", "a,b\n1,2\n"), "other.csv", "neither the columns of an AWS Cost and Usage Report nor those of FOCUS");
    refused(file("near.csv", JANUARY.replace("lineItem/UnblendedCost", "Cost")), "near.csv lacks the columns line_item_unblended_cost");
    refused(file("header.csv", HEADER), "header.csv has column names but no rows");
    refused(file("bad.csv", JANUARY.replace("2025-01-01", "soon")), "row 1 of bad.csv", "lineItem/UsageStartDate");
    refused(Files.createDirectory(folder.resolve("void")), "void", "has no file");
  }

  @Test
  void aFileThatFailsTakesTheWholeImportWithIt() throws IOException {
    costs.load(file("a.csv", JANUARY));
    Path good = file("b.csv", FEBRUARY);
    Path bad = file("c.csv", "a,b\n1,2\n");
    assertThatThrownBy(() -> costs.load(good, bad)).isInstanceOf(Failure.class);
    assertThat(unblended()).isEqualByComparingTo("1.25");
    assertThat(costs.files()).hasSize(1);
  }

  @Test
  void aFailureBetweenWritingAndPublishingChangesNothing() throws IOException {
    Path own = folder.resolve("own");
    AtomicBoolean broken = new AtomicBoolean();
    InMemoryCostSegmentStore segments = new InMemoryCostSegmentStore() {
      @Override
      public synchronized void publish(CostImport finished, List<CostSegment> published) {
        if (broken.get()) {
          throw new IllegalStateException("on purpose");
        }
        super.publish(finished, published);
      }
    };
    try (CostsAtHand fragile = new CostsAtHand(own, segments)) {
      fragile.load(file("a.csv", JANUARY));
      List<String> before = fragile.files();
      broken.set(true);
      Path both = file("b.csv", JANUARY.replace("1.25", "9") + FEBRUARY.substring(HEADER.length()));
      assertThatThrownBy(() -> fragile.load(both)).isInstanceOf(IllegalStateException.class).hasMessageContaining("nothing was changed");
      assertThat(fragile.total(Metric.UNBLENDED_COST)).isEqualByComparingTo("1.25");
      assertThat(fragile.files()).isEqualTo(before);
      assertThat(segments.imports(OWNER, 9)).extracting(CostImport::status).contains(CostImport.Status.FAILED);
      broken.set(false);
      fragile.load(both);
      assertThat(fragile.total(Metric.UNBLENDED_COST)).isEqualByComparingTo("11.5");
    }
  }

  @Test
  void questionsBesideImportsSeeOneImportWhole() throws Exception {
    Path one = file("one.csv", JANUARY + FEBRUARY.substring(HEADER.length()));
    Path two = file("two.csv", JANUARY.replace("1.25", "10") + FEBRUARY.substring(HEADER.length()).replace("2.5", "20"));
    costs.load(one);
    AtomicBoolean over = new AtomicBoolean();
    List<BigDecimal> seen = java.util.Collections.synchronizedList(new ArrayList<>());
    List<Throwable> faults = java.util.Collections.synchronizedList(new ArrayList<>());
    List<Thread> askers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      askers.add(Thread.ofPlatform().start(() -> {
        try {
          while (!over.get()) {
            seen.add(unblended().stripTrailingZeros());
          }
        } catch (Throwable e) {
          faults.add(e);
        }
      }));
    }
    for (int round = 0; round < 8; round++) {
      costs.load(round % 2 == 0 ? two : one);
    }
    over.set(true);
    for (Thread asker : askers) {
      asker.join();
    }
    assertThat(faults).isEmpty();
    assertThat(seen).isNotEmpty().containsOnly(new BigDecimal("3.75"), new BigDecimal("3E+1"));
    assertThat(costs.files()).as("two months, and what they were before").hasSize(4);
  }

  @Test
  void progressIsTold() {
    List<String> steps = new ArrayList<>();
    costs.costs.importer().importFiles(
        new CostImporter.Request(OWNER, CostImport.DEFAULT_DATA_SET, List.of(SharedData.folder().resolve("cur-legacy-parquet/Oct2018-WorkshopCUR-00001.snappy.parquet")), "the test"),
        (step, rowsRead, rowsTotal) -> steps.add(step + " " + rowsRead + " of " + rowsTotal));
    assertThat(steps).contains("reading Oct2018-WorkshopCUR-00001.snappy.parquet 0 of 119307", "storing 2018-10 119307 of 119307");
  }

  @Test
  void theRowsOfTextAndOfTheFilesAheadAreEstimated() throws IOException {
    byte[] rows = (HEADER + JANUARY.substring(HEADER.length()).repeat(40_000)).getBytes(StandardCharsets.UTF_8);
    Path first = Files.write(folder.resolve("a.csv"), rows);
    Path second = gzip("b.csv.gz", rows);
    Path third = Files.write(folder.resolve("c.csv"), rows);
    List<Long> totals = new ArrayList<>();
    costs.costs.importer().importFiles(new CostImporter.Request(OWNER, "main", List.of(first, second, third), "the test"),
        (step, rowsRead, rowsTotal) -> totals.add(step.startsWith("reading") && rowsTotal >= 0 ? rowsTotal : 0));
    assertThat(totals.getFirst()).as("two plain files of 40,000 rows, and a small one").isBetween(70_000L, 130_000L);
    assertThat(unblended()).isEqualByComparingTo(new BigDecimal("1.25").multiply(new BigDecimal(120_000)));
  }
}
