package bursar.operations.ce;

import bursar.domain.commitments.Commitment;
import bursar.domain.commitments.CommitmentReports;
import bursar.domain.commitments.SavingsPlanUse;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.TimeSpan;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansUtilizationDetailsRequest;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansUtilizationDetailsResponse;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansUtilizationDetail;

/** How well each savings plan was used (API reference, {@code GetSavingsPlansUtilizationDetails}). */
public final class GetSavingsPlansUtilizationDetails implements Operation<GetSavingsPlansUtilizationDetailsRequest, GetSavingsPlansUtilizationDetailsResponse> {
  private static final Declaration<GetSavingsPlansUtilizationDetailsRequest, GetSavingsPlansUtilizationDetailsResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "GetSavingsPlansUtilizationDetails", GetSavingsPlansUtilizationDetailsRequest.class, GetSavingsPlansUtilizationDetailsResponse.class)
          .summary("Tells how well each savings plan was used in a time period.")
          .needs(CostExplorerService.need("ce:GetSavingsPlansUtilizationDetails"), AccessLevel.READ)
          .readsCosts()
          .rules(MemberRule.required("TimePeriod"), MemberRule.optional("MaxResults").range(1, 5_000), MemberRule.optional("NextToken").range(0, 8_192))
          .errors(CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.DATA_UNAVAILABLE, CostExplorerService.INVALID_NEXT_TOKEN)
          .example(() -> GetSavingsPlansUtilizationDetailsRequest.builder()
              .timePeriod(DateInterval.builder().start("2026-10-01").end("2026-11-01").build())
              .build())
          .build();

  private final CommitmentReports reports;

  /** Over these costs. */
  public GetSavingsPlansUtilizationDetails(CostStore costs) {
    this.reports = new CommitmentReports(costs);
  }

  @Override
  public Declaration<GetSavingsPlansUtilizationDetailsRequest, GetSavingsPlansUtilizationDetailsResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetSavingsPlansUtilizationDetailsResponse handle(Authorized<GetSavingsPlansUtilizationDetailsRequest> call) {
    GetSavingsPlansUtilizationDetailsRequest request = call.input();
    Object asked = request.toBuilder().nextToken(null).build();
    int offset = Pages.offset(request.nextToken(), asked);
    TimeSpan span = Periods.span(request.timePeriod());
    call.refuseUnseen(CommitmentReports.SAVINGS_PLAN_METRICS);
    Map<Commitment, SavingsPlanUse> plans = new LinkedHashMap<>();
    SavingsPlanUse total = SavingsPlanUse.NONE;
    for (var period : reports.savingsPlans(call.visibility(), span, Granularity.MONTHLY, Filters.of(request.filter()))) {
      period.parts().forEach((plan, use) -> plans.merge(plan, use, SavingsPlanUse::plus));
      total = total.plus(period.total());
    }
    var sorted = CommitmentQuestions.sorted(plans, request.sortBy(), "UtilizationPercentage", SavingsPlanTexts::number).toList();
    Lists.Page<Map.Entry<Commitment, SavingsPlanUse>> page = Lists.page(sorted, offset, request.maxResults());
    GetSavingsPlansUtilizationDetailsResponse.Builder response = GetSavingsPlansUtilizationDetailsResponse.builder()
        .savingsPlansUtilizationDetails(page.items().stream().map(plan -> detail(plan.getKey(), plan.getValue(), request.dataTypeAsStrings())).toList())
        .total(SavingsPlanTexts.aggregates(total))
        .timePeriod(Periods.written(span, Granularity.MONTHLY));
    return (page.next() > 0 ? response.nextToken(Pages.token(page.next(), asked)) : response).build();
  }

  /** The parts that were asked for; all where none was. */
  private static SavingsPlansUtilizationDetail detail(Commitment plan, SavingsPlanUse use, List<String> asked) {
    SavingsPlansUtilizationDetail.Builder detail = SavingsPlansUtilizationDetail.builder().savingsPlanArn(plan.arn());
    if (asked.isEmpty() || asked.contains("ATTRIBUTES")) {
      detail.attributes(CommitmentQuestions.attributes(plan, "savingsPlanARN", "savingsPlansType"));
    }
    if (asked.isEmpty() || asked.contains("UTILIZATION")) {
      detail.utilization(SavingsPlanTexts.utilization(use));
    }
    if (asked.isEmpty() || asked.contains("AMORTIZED_COMMITMENT")) {
      detail.amortizedCommitment(SavingsPlanTexts.amortized(use));
    }
    if (asked.isEmpty() || asked.contains("SAVINGS")) {
      detail.savings(SavingsPlanTexts.savings(use));
    }
    return detail.build();
  }
}
