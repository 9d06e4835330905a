package bursar.operations.ce;

import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.DimensionValue;
import bursar.domain.costs.DimensionValuesQuery;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.TimeSpan;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.DimensionValuesWithAttributes;
import software.amazon.awssdk.services.costexplorer.model.GetDimensionValuesRequest;
import software.amazon.awssdk.services.costexplorer.model.GetDimensionValuesResponse;

/** The values a dimension has in a time (API reference, {@code GetDimensionValues}). */
public final class GetDimensionValues implements Operation<GetDimensionValuesRequest, GetDimensionValuesResponse> {
  private static final Declaration<GetDimensionValuesRequest, GetDimensionValuesResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "GetDimensionValues", GetDimensionValuesRequest.class, GetDimensionValuesResponse.class)
          .summary("Lists the values that a dimension of the costs has in a time period.")
          .needs(CostExplorerService.need("ce:GetDimensionValues"), AccessLevel.READ)
          .resource((caller, request) -> CostExplorerService.view(caller, request.billingViewArn()))
          .readsCosts()
          .rules(MemberRule.required("TimePeriod"), MemberRule.required("Dimension"), MemberRule.optional("SearchString").range(0, 1_024),
              MemberRule.optional("Context").oneOf("COST_AND_USAGE", "RESERVATIONS", "SAVINGS_PLANS"),
              MemberRule.optional("MaxResults").range(1, 100_000), MemberRule.optional("BillingViewArn").range(20, 2_048),
              MemberRule.optional("NextPageToken").range(0, 8_192))
          .errors(CostExplorerService.INVALID_NEXT_TOKEN, CostExplorerService.RESOURCE_NOT_FOUND, CostExplorerService.LIMIT_EXCEEDED)
          .example(() -> GetDimensionValuesRequest.builder()
              .timePeriod(DateInterval.builder().start("2026-10-01").end("2026-11-01").build())
              .dimension("SERVICE")
              .build())
          .build();

  private final CostStore costs;
  private final LinkedAccountNames names;

  /** Over these rooms. */
  public GetDimensionValues(CostStore costs, LinkedAccountNames names) {
    this.costs = costs;
    this.names = names;
  }

  @Override
  public Declaration<GetDimensionValuesRequest, GetDimensionValuesResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetDimensionValuesResponse handle(Authorized<GetDimensionValuesRequest> call) {
    GetDimensionValuesRequest request = call.input();
    CostExplorerService.checkView(call.caller(), request.billingViewArn());
    Object question = request.toBuilder().nextPageToken(null).build();
    int offset = Pages.offset(request.nextPageToken(), question);
    Dimension dimension = Dimension.named(String.valueOf(request.dimensionAsString()));
    TimeSpan span = Periods.span(request.timePeriod());
    CostFilter filter = Filters.of(request.filter());
    List<DimensionValue> all = Lists.sorted(
        costs.values(call.visibility(), new DimensionValuesQuery(span, dimension, request.searchString(), filter)), DimensionValue::value,
        request.sortBy(), new GroupKey.ByDimension(dimension), costs, call.visibility(), span, filter);
    Lists.Page<DimensionValue> page = Lists.page(all, offset, request.maxResults());
    List<DimensionValuesWithAttributes> values =
        page.items().stream().map(value -> described(call, dimension, value)).toList();
    GetDimensionValuesResponse.Builder response =
        GetDimensionValuesResponse.builder().dimensionValues(values).returnSize(values.size()).totalSize(page.total());
    return (page.next() > 0 ? response.nextPageToken(Pages.token(page.next(), question)) : response).build();
  }

  private DimensionValuesWithAttributes described(
      Authorized<GetDimensionValuesRequest> call, Dimension dimension, DimensionValue value) {
    return Descriptions.of(call.visibility().dataOwner(), value,
        dimension == Dimension.LINKED_ACCOUNT ? names : (payer, id) -> java.util.Optional.empty());
  }
}
