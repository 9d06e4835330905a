package bursar.operations.ce;

import bursar.domain.comparisons.Comparisons;
import bursar.domain.comparisons.MonthComparison;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Metric;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.costexplorer.model.ComparisonMetricValue;
import software.amazon.awssdk.services.costexplorer.model.CostComparisonDriver;
import software.amazon.awssdk.services.costexplorer.model.CostDriver;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.GetCostComparisonDriversRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostComparisonDriversResponse;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;

/** What drove the difference between two months (API reference, {@code GetCostComparisonDrivers}). */
public final class GetCostComparisonDrivers implements Operation<GetCostComparisonDriversRequest, GetCostComparisonDriversResponse> {
  private static final Declaration<GetCostComparisonDriversRequest, GetCostComparisonDriversResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "GetCostComparisonDrivers", GetCostComparisonDriversRequest.class, GetCostComparisonDriversResponse.class)
          .summary("Tells which usage, fees, discounts and credits drove the difference between two months, group by group.")
          .needs(CostExplorerService.need("ce:GetCostComparisonDrivers"), AccessLevel.READ)
          .resource((caller, request) -> CostExplorerService.view(caller, request.billingViewArn()))
          .readsCosts()
          .rules(MemberRule.required("BaselineTimePeriod"), MemberRule.required("ComparisonTimePeriod"),
              MemberRule.required("MetricForComparison").range(0, 1_024), MemberRule.optional("MaxResults").range(1, 10),
              MemberRule.optional("BillingViewArn").range(20, 2_048), MemberRule.optional("NextPageToken").range(0, 8_192))
          .errors(CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.DATA_UNAVAILABLE, CostExplorerService.INVALID_NEXT_TOKEN, CostExplorerService.RESOURCE_NOT_FOUND)
          .example(() -> GetCostComparisonDriversRequest.builder()
              .baselineTimePeriod(DateInterval.builder().start("2026-09-01").end("2026-10-01").build())
              .comparisonTimePeriod(DateInterval.builder().start("2026-10-01").end("2026-11-01").build())
              .metricForComparison("UnblendedCost")
              .groupBy(GroupDefinition.builder().type("DIMENSION").key("SERVICE").build())
              .build())
          .build();

  private static final int PAGE_DEFAULT = 10;

  private final Comparisons comparisons;

  /** Over these costs. */
  public GetCostComparisonDrivers(CostStore costs) {
    this.comparisons = new Comparisons(costs);
  }

  @Override
  public Declaration<GetCostComparisonDriversRequest, GetCostComparisonDriversResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetCostComparisonDriversResponse handle(Authorized<GetCostComparisonDriversRequest> call) {
    GetCostComparisonDriversRequest request = call.input();
    CostExplorerService.checkView(call.caller(), request.billingViewArn());
    Object asked = request.toBuilder().nextPageToken(null).build();
    int offset = Pages.offset(request.nextPageToken(), asked);
    int max = request.maxResults() == null ? PAGE_DEFAULT : request.maxResults();
    MonthComparison question = ComparisonQuestions.of(request.baselineTimePeriod(), request.comparisonTimePeriod(),
        String.valueOf(request.metricForComparison()), Filters.of(request.filter()), request.groupBy());
    String metric = question.metric().wireName();
    call.refuseUnseen(List.of(question.metric(), Metric.USAGE_QUANTITY));
    Lists.Page<Comparisons.Driven> page = Lists.page(comparisons.drivers(call.visibility(), question), offset, max);
    List<CostComparisonDriver> written = page.items().stream().map(driven -> CostComparisonDriver.builder()
        .costSelector(driven.keys().isEmpty() ? null : Selectors.of(question.groupBy(), driven.keys()))
        .metrics(Map.of(metric, ComparisonQuestions.written(driven.difference())))
        .costDrivers(driven.drivers().stream().map(driver -> driver(metric, driver)).toList())
        .build()).toList();
    GetCostComparisonDriversResponse.Builder response = GetCostComparisonDriversResponse.builder().costComparisonDrivers(written);
    return (page.next() > 0 ? response.nextPageToken(Pages.token(page.next(), asked)) : response).build();
  }

  private static CostDriver driver(String metric, Comparisons.Driver driver) {
    Map<String, ComparisonMetricValue> metrics = new LinkedHashMap<>();
    metrics.put(metric, ComparisonQuestions.written(driver.cost()));
    metrics.put(Metric.USAGE_QUANTITY.wireName(), ComparisonQuestions.written(driver.usage()));
    return CostDriver.builder().type(driver.type().name()).name(driver.name()).metrics(metrics).build();
  }
}
