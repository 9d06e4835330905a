package bursar.operations.ce;

import bursar.domain.comparisons.Comparisons;
import bursar.domain.comparisons.MonthComparison;
import bursar.domain.costs.CostStore;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.costexplorer.model.CostAndUsageComparison;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageComparisonsRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageComparisonsResponse;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;

/** Two months of costs side by side (API reference, {@code GetCostAndUsageComparisons}). */
public final class GetCostAndUsageComparisons implements Operation<GetCostAndUsageComparisonsRequest, GetCostAndUsageComparisonsResponse> {
  private static final Declaration<GetCostAndUsageComparisonsRequest, GetCostAndUsageComparisonsResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "GetCostAndUsageComparisons", GetCostAndUsageComparisonsRequest.class, GetCostAndUsageComparisonsResponse.class)
          .summary("Compares a month of costs with another, group by group, the greatest differences first.")
          .needs(CostExplorerService.need("ce:GetCostAndUsageComparisons"), AccessLevel.READ)
          .resource((caller, request) -> CostExplorerService.view(caller, request.billingViewArn()))
          .readsCosts()
          .rules(MemberRule.required("BaselineTimePeriod"), MemberRule.required("ComparisonTimePeriod"),
              MemberRule.required("MetricForComparison").range(0, 1_024), MemberRule.optional("MaxResults").range(1, 2_000),
              MemberRule.optional("BillingViewArn").range(20, 2_048), MemberRule.optional("NextPageToken").range(0, 8_192))
          .errors(CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.DATA_UNAVAILABLE, CostExplorerService.INVALID_NEXT_TOKEN, CostExplorerService.RESOURCE_NOT_FOUND)
          .example(() -> GetCostAndUsageComparisonsRequest.builder()
              .baselineTimePeriod(DateInterval.builder().start("2026-09-01").end("2026-10-01").build())
              .comparisonTimePeriod(DateInterval.builder().start("2026-10-01").end("2026-11-01").build())
              .metricForComparison("UnblendedCost")
              .groupBy(GroupDefinition.builder().type("DIMENSION").key("SERVICE").build())
              .build())
          .build();

  private static final int PAGE_DEFAULT = 10;

  private final Comparisons comparisons;

  /** Over these costs. */
  public GetCostAndUsageComparisons(CostStore costs) {
    this.comparisons = new Comparisons(costs);
  }

  @Override
  public Declaration<GetCostAndUsageComparisonsRequest, GetCostAndUsageComparisonsResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetCostAndUsageComparisonsResponse handle(Authorized<GetCostAndUsageComparisonsRequest> call) {
    GetCostAndUsageComparisonsRequest request = call.input();
    CostExplorerService.checkView(call.caller(), request.billingViewArn());
    Object asked = request.toBuilder().nextPageToken(null).build();
    int offset = Pages.offset(request.nextPageToken(), asked);
    int max = request.maxResults() == null ? PAGE_DEFAULT : request.maxResults();
    MonthComparison question = ComparisonQuestions.of(request.baselineTimePeriod(), request.comparisonTimePeriod(),
        String.valueOf(request.metricForComparison()), Filters.of(request.filter()), request.groupBy());
    String metric = question.metric().wireName();
    call.refuseUnseen(List.of(question.metric()));
    Comparisons.Compared compared = comparisons.compare(call.visibility(), question);
    Lists.Page<Comparisons.Entry> page = Lists.page(compared.entries(), offset, max);
    List<CostAndUsageComparison> written = page.items().stream().map(entry -> CostAndUsageComparison.builder()
        .costAndUsageSelector(Selectors.of(question.groupBy(), entry.keys()))
        .metrics(Map.of(metric, ComparisonQuestions.written(entry.difference())))
        .build()).toList();
    GetCostAndUsageComparisonsResponse.Builder response = GetCostAndUsageComparisonsResponse.builder()
        .costAndUsageComparisons(written)
        .totalCostAndUsage(Map.of(metric, ComparisonQuestions.written(compared.total())));
    return (page.next() > 0 ? response.nextPageToken(Pages.token(page.next(), asked)) : response).build();
  }
}
