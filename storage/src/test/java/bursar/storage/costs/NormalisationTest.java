package bursar.storage.costs;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostImport.Normalisation;
import bursar.domain.costs.Metric;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files break their formats' rules: what can be read is read, and told. */
class NormalisationTest {
  private static final String TIME = "date and time not written as YYYY-MM-DDTHH:MM:SSZ, read as UTC";
  private static final String AMOUNT = "amount read without currency sign and thousands separators";

  private static Normalisation of(CostImport done, String column) {
    return done.normalisations().stream().filter(one -> one.column().equals(column)).findFirst().orElseThrow();
  }

  @Test
  void theOfficialSampleIsReadWithItsQuirks(@TempDir Path folder) {
    try (CostsAtHand costs = new CostsAtHand(folder)) {
      CostImport done = costs.load(SharedData.folder().resolve("focus-1.0/focus_sample.csv"));
      assertThat(of(done, "ChargePeriodStart")).isEqualTo(
          new Normalisation("focus_sample.csv", "ChargePeriodStart", TIME, 1000, 1, "2024-09-18 22:00:00"));
      assertThat(of(done, "").what()).isEqualTo("the bare word NULL read as a missing value");
      assertThat(of(done, "").rows()).isBetween(900L, 1000L);
      assertThat(costs.segments.find(done.importId())).contains(done);
    }
  }

  @Test
  void filesThatKeepTheRulesHaveNothingToTell(@TempDir Path folder) {
    for (String file : List.of("focus-1.2/aws_1_2_cost_and_usage_rows25_seed7_credits.csv", "focus-1.3/aws_1_3_cost_and_usage_rows25_seed7.csv",
        "cur-hive-text/BeforeCUR.gz")) {
      try (CostsAtHand costs = new CostsAtHand(folder.resolve(file.replace('/', '-')))) {
        assertThat(costs.load(SharedData.folder().resolve(file)).normalisations()).isEmpty();
      }
    }
  }

  /** Counts by other means: the file's own text, cell by cell, is summed by the engine as it stands. */
  private static BigDecimal sum(Path file, String column, String condition) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT coalesce(sum(CAST(replace(replace(\"" + column + "\", '$', ''), ',', '') AS DECIMAL(38,15))), 0)"
            + " FROM read_csv('" + file + "', all_varchar = true, header = true, nullstr = ['null']) WHERE " + condition)) {
      rows.next();
      return rows.getBigDecimal(1);
    }
  }

  @Test
  void everyExampleOfTheSpecificationLoadsWhole(@TempDir Path folder) throws IOException, SQLException {
    try (Stream<Path> files = Files.list(SharedData.folder().resolve("focus-spec-examples"))) {
      for (Path file : files.sorted().toList()) {
        try (CostsAtHand costs = new CostsAtHand(folder.resolve(file.getFileName()))) {
          CostImport done = costs.load(file);
          assertThat(done.rowsRefused()).as(file + ": " + done.refusals()).isZero();
          CostsAtHand.close(file.toString(), costs.total(Metric.UNBLENDED_COST), sum(file, "BilledCost", "true"));
          CostsAtHand.close(file.toString(), costs.total(Metric.AMORTIZED_COST), sum(file, "EffectiveCost", "true"));
        }
      }
    }
  }

  @Test
  void whatACommitmentCostIsWhatItsUseAndItsRestCost(@TempDir Path folder) throws SQLException, IOException {
    try (Stream<Path> files = Files.list(SharedData.folder().resolve("focus-spec-examples"))) {
      for (Path file : files.filter(one -> one.getFileName().toString().contains("utilization")).toList()) {
        try (CostsAtHand costs = new CostsAtHand(folder.resolve(file.getFileName()))) {
          costs.load(file);
          CostsAtHand.close(file.toString(), costs.total(Metric.AMORTIZED_COST), costs.total(Metric.UNBLENDED_COST));
          CostsAtHand.close(file.toString(), sum(file, "EffectiveCost", "\"CommitmentDiscountStatus\" IN ('Used', 'Unused')"),
              sum(file, "BilledCost", "\"ChargeCategory\" = 'Purchase'"));
        }
      }
    }
  }

  @Test
  void missingColumnsAreToldAndSpreadsheetsAmountsAndDatesAreRead(@TempDir Path folder) {
    Path examples = SharedData.folder().resolve("focus-spec-examples");
    try (CostsAtHand costs = new CostsAtHand(folder.resolve("a"))) {
      CostImport done = costs.load(examples.resolve("simple_saas_agreements_a1.csv"));
      assertThat(of(done, "BilledCost")).isEqualTo(new Normalisation("simple_saas_agreements_a1.csv", "BilledCost", AMOUNT, 1, 1, "$10,000.00 "));
      assertThat(of(done, "BillingPeriodStart").example()).isEqualTo("4/1/25");
      assertThat(done.months()).containsExactly(java.time.YearMonth.of(2025, 4));
    }
    try (CostsAtHand costs = new CostsAtHand(folder.resolve("b"))) {
      CostImport done = costs.load(examples.resolve("commitment_discount_usage_scenario_2.csv"));
      assertThat(of(done, "BillingCurrency").what()).contains("no such column", "XXX");
      assertThat(of(done, "ServiceName").firstRow()).isZero();
      assertThat(done.totals()).extracting(CostImport.MonthTotal::currency).containsOnly("XXX");
    }
    try (CostsAtHand costs = new CostsAtHand(folder.resolve("c"))) {
      CostImport done = costs.load(examples.resolve("commitment_discount_purchase_scenario_2.csv"));
      assertThat(done.normalisations()).contains(new Normalisation("commitment_discount_purchase_scenario_2.csv", "ChargePeriodEnd",
          "is not a date and time of the years 2000 to 2199, and was left out", 1, 3, "2023-02-01T30:00:00Z"));
    }
  }

  @Test
  void datesWithSlashesAreReadOnlyWhereTheBillingPeriodSaysWhichPartIsTheMonth(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("slashes.csv"), """
        BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,BilledCost,EffectiveCost,ChargeCategory,BillingCurrency,ServiceName
        5/1/2025,6/1/2025,5/7/2025,1,1,Usage,USD,A
        1/5/25,01/06/25,7/5/25,2,2,Usage,USD,A
        1/1/2025,1/1/2026,2/3/2025,4,4,Usage,USD,A
        ,,2/3/2025,8,8,Usage,USD,A
        """);
    try (CostsAtHand costs = new CostsAtHand(folder.resolve("costs"))) {
      CostImport done = costs.load(file);
      assertThat(done.refusals()).extracting(CostImport.Refusal::row).containsExactly(3L, 4L);
      assertThat(done.refusals()).allSatisfy(refusal -> assertThat(refusal.reason()).contains("is not a date and time"));
      assertThat(done.totals()).containsExactly(new CostImport.MonthTotal(java.time.YearMonth.of(2025, 5), "USD", new BigDecimal("3"), 2));
      assertThat(costs.ask(CostsAtHand.ALL, bursar.domain.costs.CostFilter.EVERYTHING, CostsAtHand.days("2025-05-07", "2025-05-08"),
          bursar.domain.costs.Granularity.DAILY, List.of(Metric.UNBLENDED_COST)).periods().getFirst().total())
          .extractingByKey(Metric.UNBLENDED_COST).satisfies(amount -> assertThat(amount.value()).isEqualByComparingTo("3"));
    }
  }

  @Test
  void aFileThatCannotBePlacedInTimeSaysWhatItLacks(@TempDir Path folder) {
    for (Map.Entry<String, String> file : Map.of("scenarios_correction_set.csv", "chargeperiodstart", "scenarios_sca_weighted.csv", "chargeperiodstart")
        .entrySet()) {
      try (CostsAtHand costs = new CostsAtHand(folder.resolve(file.getKey()))) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> costs.load(SharedData.folder().resolve("focus-1.3").resolve(file.getKey())))
            .hasMessageContaining(file.getKey() + " lacks the columns " + file.getValue());
      }
    }
  }
}
