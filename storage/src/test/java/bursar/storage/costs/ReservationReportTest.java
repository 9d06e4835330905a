package bursar.storage.costs;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.commitments.Commitment;
import bursar.domain.commitments.CommitmentPeriod;
import bursar.domain.commitments.CommitmentReports;
import bursar.domain.commitments.ReservationUse;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.TimeSpan;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number of the computed answers on reservations, for each reservation and month. */
class ReservationReportTest {
  @TempDir Path folder;

  @Test
  void everyReservationsMonthAgreesWithTheComputedAnswers() throws Exception {
    try (CostsAtHand costs = new CostsAtHand(folder)) {
      costs.load(SharedData.folder().resolve("cur-legacy-parquet"));
      List<CommitmentPeriod<Commitment, ReservationUse>> periods = new CommitmentReports(costs.store()).reservations(CostsAtHand.ALL,
          TimeSpan.ofDays(LocalDate.of(2018, 10, 1), LocalDate.of(2018, 12, 1)), Granularity.MONTHLY, CostFilter.EVERYTHING);
      List<Map<String, Object>> expected = SharedData.rows(SharedData.expected("cur-legacy-parquet/expected.json"), "reservation_utilization");
      assertThat(expected).hasSize(18);
      for (Map<String, Object> row : expected) {
        CommitmentPeriod<Commitment, ReservationUse> month = periods.get(row.get("mon").equals("2018-10") ? 0 : 1);
        ReservationUse use = month.parts().entrySet().stream().filter(part -> part.getKey().arn().equals(row.get("arn")))
            .map(Map.Entry::getValue).findFirst().orElseThrow();
        agree(row, "PurchasedHours", use.purchasedHours());
        agree(row, "TotalActualHours", use.usedHours());
        agree(row, "UnusedHours", use.unusedHours());
        agree(row, "UtilizationPercentage", use.utilization());
        agree(row, "OnDemandCostOfRIHoursUsed", use.onDemandCost());
        agree(row, "AmortizedUpfrontFee", use.upfrontFee());
        agree(row, "AmortizedRecurringFee", use.recurringFee());
        agree(row, "TotalAmortizedFee", use.totalFee());
        agree(row, "unused_cost", use.unusedCost());
        agree(row, "NetRISavings", use.netSavings());
      }
    }
  }

  private static void agree(Map<String, Object> row, String name, BigDecimal actual) {
    BigDecimal expected = new BigDecimal(String.valueOf(row.get(name)));
    assertThat(actual.subtract(expected).abs()).as("%s of %s in %s: %s, and %s was computed", name, row.get("arn"), row.get("mon"), actual, expected)
        .isLessThanOrEqualTo(CostsAtHand.TOLERANCE);
  }
}
