package bursar.operations.ce;

import bursar.domain.costs.CostStore;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.DimensionValues;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageWithResourcesRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageWithResourcesResponse;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;

/** Costs and usage over time down to single resources, for as long as the data is kept (API reference, {@code GetCostAndUsageWithResources}). */
public final class GetCostAndUsageWithResources implements Operation<GetCostAndUsageWithResourcesRequest, GetCostAndUsageWithResourcesResponse> {
  private static final Declaration<GetCostAndUsageWithResourcesRequest, GetCostAndUsageWithResourcesResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "GetCostAndUsageWithResources", GetCostAndUsageWithResourcesRequest.class, GetCostAndUsageWithResourcesResponse.class)
          .summary("Answers costs and usage over time down to single resources, as far back as data is kept; AWS keeps 14 days.")
          .needs(CostExplorerService.need("ce:GetCostAndUsageWithResources"), AccessLevel.READ)
          .resource((caller, request) -> CostExplorerService.view(caller, request.billingViewArn()))
          .readsCosts()
          .rules(MemberRule.required("TimePeriod"), MemberRule.required("Granularity").oneOf("DAILY", "MONTHLY", "HOURLY"),
              MemberRule.required("Filter"), MemberRule.optional("Metrics").range(0, 20), MemberRule.optional("BillingViewArn").range(20, 2_048),
              MemberRule.optional("NextPageToken").range(0, 8_192))
          .errors(CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.DATA_UNAVAILABLE, CostExplorerService.INVALID_NEXT_TOKEN,
              CostExplorerService.BILL_EXPIRATION, CostExplorerService.REQUEST_CHANGED, CostExplorerService.RESOURCE_NOT_FOUND)
          .example(() -> GetCostAndUsageWithResourcesRequest.builder()
              .timePeriod(DateInterval.builder().start("2026-10-01").end("2026-11-01").build())
              .granularity("DAILY")
              .metrics("UnblendedCost")
              .filter(Expression.builder().dimensions(DimensionValues.builder().key("SERVICE").values("Amazon S3").build()).build())
              .groupBy(GroupDefinition.builder().type("DIMENSION").key("RESOURCE_ID").build())
              .build())
          .build();

  private final GetCostAndUsage answers;

  /** Over these rooms. */
  public GetCostAndUsageWithResources(CostStore costs, LinkedAccountNames names) {
    this.answers = new GetCostAndUsage(costs, names);
  }

  @Override
  public Declaration<GetCostAndUsageWithResourcesRequest, GetCostAndUsageWithResourcesResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetCostAndUsageWithResourcesResponse handle(Authorized<GetCostAndUsageWithResourcesRequest> call) {
    GetCostAndUsageWithResourcesRequest request = call.input();
    GetCostAndUsageRequest.Builder question = GetCostAndUsageRequest.builder()
        .timePeriod(request.timePeriod())
        .granularity(request.granularityAsString())
        .metrics(request.metrics().isEmpty() ? List.of("UnblendedCost") : request.metrics())
        .filter(request.filter())
        .billingViewArn(request.billingViewArn())
        .nextPageToken(request.nextPageToken());
    if (request.hasGroupBy()) {
      question.groupBy(request.groupBy());
    }
    GetCostAndUsageResponse answer = answers.answer(call, question.build());
    GetCostAndUsageWithResourcesResponse.Builder response = GetCostAndUsageWithResourcesResponse.builder()
        .resultsByTime(answer.resultsByTime())
        .dimensionValueAttributes(answer.dimensionValueAttributes())
        .nextPageToken(answer.nextPageToken());
    return (answer.hasGroupDefinitions() ? response.groupDefinitions(answer.groupDefinitions()) : response).build();
  }
}
