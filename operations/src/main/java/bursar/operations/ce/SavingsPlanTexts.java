package bursar.operations.ce;

import bursar.domain.commitments.Commitment;
import bursar.domain.commitments.CommitmentPeriod;
import bursar.domain.commitments.SavingsPlanUse;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansAmortizedCommitment;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansSavings;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansUtilization;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansUtilizationAggregates;
import software.amazon.awssdk.services.costexplorer.model.SortDefinition;

/** How Cost Explorer writes the use of savings plans. */
final class SavingsPlanTexts {
  private SavingsPlanTexts() {}

  static SavingsPlansUtilization utilization(SavingsPlanUse use) {
    return SavingsPlansUtilization.builder()
        .totalCommitment(Amounts.text(use.commitment()))
        .usedCommitment(Amounts.text(use.usedCommitment()))
        .unusedCommitment(Amounts.text(use.unusedCommitment()))
        .utilizationPercentage(Amounts.text(use.utilization()))
        .build();
  }

  static SavingsPlansSavings savings(SavingsPlanUse use) {
    return SavingsPlansSavings.builder().netSavings(Amounts.text(use.netSavings())).onDemandCostEquivalent(Amounts.text(use.onDemandCost())).build();
  }

  static SavingsPlansAmortizedCommitment amortized(SavingsPlanUse use) {
    return SavingsPlansAmortizedCommitment.builder()
        .amortizedRecurringCommitment(Amounts.text(use.recurringCommitment()))
        .amortizedUpfrontCommitment(Amounts.text(use.upfrontCommitment()))
        .totalAmortizedCommitment(Amounts.text(use.totalAmortized()))
        .build();
  }

  static SavingsPlansUtilizationAggregates aggregates(SavingsPlanUse use) {
    return SavingsPlansUtilizationAggregates.builder()
        .utilization(utilization(use))
        .savings(savings(use))
        .amortizedCommitment(amortized(use))
        .build();
  }

  /** A number by the name its sort key has. */
  static BigDecimal number(SavingsPlanUse use, String key) {
    return switch (key) {
      case "UtilizationPercentage" -> use.utilization();
      case "TotalCommitment" -> use.commitment();
      case "UsedCommitment" -> use.usedCommitment();
      case "UnusedCommitment" -> use.unusedCommitment();
      case "NetSavings" -> use.netSavings();
      case "OnDemandCostEquivalent" -> use.onDemandCost();
      case "AmortizedRecurringCommitment" -> use.recurringCommitment();
      case "AmortizedUpfrontCommitment" -> use.upfrontCommitment();
      default -> throw CommitmentQuestions.unknownSort(key);
    };
  }

  /** The periods in the order that was asked for; in the order of time without a sort. */
  static Stream<CommitmentPeriod<Commitment, SavingsPlanUse>> sorted(
      List<CommitmentPeriod<Commitment, SavingsPlanUse>> periods, @Nullable SortDefinition sort) {
    if (sort == null) {
      return periods.stream();
    }
    String key = sort.key() == null ? "UtilizationPercentage" : sort.key();
    Comparator<CommitmentPeriod<Commitment, SavingsPlanUse>> order = Comparator.comparing(period -> number(period.total(), key));
    return periods.stream().sorted("ASCENDING".equals(sort.sortOrderAsString()) ? order : order.reversed());
  }
}
