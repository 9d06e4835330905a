package bursar.operations.ce;

import bursar.domain.commitments.Commitment;
import bursar.domain.commitments.CommitmentPeriod;
import bursar.domain.commitments.CommitmentReports;
import bursar.domain.commitments.SavingsPlanUse;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Granularity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansUtilizationRequest;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansUtilizationResponse;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansUtilizationByTime;

/** How well savings plans were used (API reference, {@code GetSavingsPlansUtilization}). */
public final class GetSavingsPlansUtilization implements Operation<GetSavingsPlansUtilizationRequest, GetSavingsPlansUtilizationResponse> {
  private static final Declaration<GetSavingsPlansUtilizationRequest, GetSavingsPlansUtilizationResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "GetSavingsPlansUtilization", GetSavingsPlansUtilizationRequest.class, GetSavingsPlansUtilizationResponse.class)
          .summary("Tells how well savings plans were used over time.")
          .needs(CostExplorerService.need("ce:GetSavingsPlansUtilization"), AccessLevel.READ)
          .readsCosts()
          .rules(MemberRule.required("TimePeriod"), MemberRule.optional("Granularity").oneOf("DAILY", "MONTHLY", "HOURLY"))
          .errors(CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.DATA_UNAVAILABLE)
          .example(() -> GetSavingsPlansUtilizationRequest.builder()
              .timePeriod(DateInterval.builder().start("2026-10-01").end("2026-11-01").build())
              .granularity("MONTHLY")
              .build())
          .build();

  private final CommitmentReports reports;

  /** Over these costs. */
  public GetSavingsPlansUtilization(CostStore costs) {
    this.reports = new CommitmentReports(costs);
  }

  @Override
  public Declaration<GetSavingsPlansUtilizationRequest, GetSavingsPlansUtilizationResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetSavingsPlansUtilizationResponse handle(Authorized<GetSavingsPlansUtilizationRequest> call) {
    GetSavingsPlansUtilizationRequest request = call.input();
    Granularity granularity = CommitmentQuestions.granularity(request.granularityAsString(), Granularity.DAILY);
    call.refuseUnseen(CommitmentReports.SAVINGS_PLAN_METRICS);
    List<CommitmentPeriod<Commitment, SavingsPlanUse>> periods = reports.savingsPlans(
        call.visibility(), Periods.span(request.timePeriod()), granularity, Filters.of(request.filter()));
    SavingsPlanUse total = periods.stream().map(CommitmentPeriod::total).reduce(SavingsPlanUse.NONE, SavingsPlanUse::plus);
    return GetSavingsPlansUtilizationResponse.builder()
        .savingsPlansUtilizationsByTime(SavingsPlanTexts.sorted(periods, request.sortBy()).map(period -> SavingsPlansUtilizationByTime.builder()
            .timePeriod(Periods.written(period.span(), granularity))
            .utilization(SavingsPlanTexts.utilization(period.total()))
            .savings(SavingsPlanTexts.savings(period.total()))
            .amortizedCommitment(SavingsPlanTexts.amortized(period.total()))
            .build()).toList())
        .total(SavingsPlanTexts.aggregates(total))
        .build();
  }
}
