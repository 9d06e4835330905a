package bursar.operations.ce;

import bursar.domain.Failure;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.TagsQuery;
import bursar.domain.costs.TimeSpan;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.GetCostCategoriesRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostCategoriesResponse;

/** Lists the cost categories that visible costs have in a time period, or the values of one. Source: Cost Explorer API reference, GetCostCategories. */
final class GetCostCategories implements Operation<GetCostCategoriesRequest, GetCostCategoriesResponse> {
  private static final Declaration<GetCostCategoriesRequest, GetCostCategoriesResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "GetCostCategories", GetCostCategoriesRequest.class, GetCostCategoriesResponse.class)
          .summary("Lists the cost categories that visible costs have in a time period, or the values of one.")
          .needs(CostExplorerService.need("ce:GetCostCategories"), AccessLevel.READ)
          .resource((caller, request) -> CostExplorerService.view(caller, request.billingViewArn()))
          .readsCosts()
          .rules(MemberRule.required("TimePeriod"), MemberRule.optional("SearchString").range(0, 1_024),
              MemberRule.optional("CostCategoryName").range(1, 50), MemberRule.optional("MaxResults").range(1, 100_000),
              MemberRule.optional("BillingViewArn").range(20, 2_048), MemberRule.optional("NextPageToken").range(0, 8_192))
          .errors(CostExplorerService.INVALID_NEXT_TOKEN, CostExplorerService.RESOURCE_NOT_FOUND, CostExplorerService.LIMIT_EXCEEDED)
          .example(() -> GetCostCategoriesRequest.builder()
              .timePeriod(DateInterval.builder().start("2026-10-01").end("2026-11-01").build()).build())
          .build();

  private final CostStore costs;

  GetCostCategories(CostStore costs) {
    this.costs = costs;
  }

  @Override
  public Declaration<GetCostCategoriesRequest, GetCostCategoriesResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetCostCategoriesResponse handle(Authorized<GetCostCategoriesRequest> call) {
    GetCostCategoriesRequest request = call.input();
    CostExplorerService.checkView(call.caller(), request.billingViewArn());
    Object question = request.toBuilder().nextPageToken(null).build();
    int offset = Pages.offset(request.nextPageToken(), question);
    TimeSpan span = Periods.span(request.timePeriod());
    CostFilter filter = Filters.of(request.filter());
    TagsQuery query = new TagsQuery(span, request.searchString(), filter);
    String name = request.costCategoryName();
    if (name == null && request.hasSortBy() && !request.sortBy().isEmpty()) {
      throw new Failure("ValidationException", "Names of cost categories have no cost to be sorted by. Give a CostCategoryName, or leave SortBy out.");
    }
    List<String> all = name == null ? costs.sourceCategories(call.visibility(), query) : values(call, name, query);
    Lists.Page<String> page = Lists.page(all, offset, request.maxResults());
    GetCostCategoriesResponse.Builder response =
        GetCostCategoriesResponse.builder().returnSize(page.items().size()).totalSize(page.total());
    response = name == null ? response.costCategoryNames(page.items()) : response.costCategoryValues(page.items());
    return (page.next() > 0 ? response.nextPageToken(Pages.token(page.next(), question)) : response).build();
  }

  private List<String> values(Authorized<GetCostCategoriesRequest> call, String name, TagsQuery query) {
    GroupKey key = new GroupKey.BySourceCategory(name);
    return Lists.sorted(costs.valuesOf(call.visibility(), key, query), value -> value, call.input().sortBy(), key, costs, call.visibility(),
        query.span(), query.filter());
  }
}
