package bursar.operations.ce;

import bursar.domain.categories.CostCategories;
import bursar.domain.categories.CostTags;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.costexplorer.model.ListCostAllocationTagBackfillHistoryRequest;
import software.amazon.awssdk.services.costexplorer.model.ListCostAllocationTagBackfillHistoryResponse;

/** Lists the backfills of cost allocation tags, the newest first. Source: Cost Explorer API reference, ListCostAllocationTagBackfillHistory. */
final class ListCostAllocationTagBackfillHistory implements Operation<ListCostAllocationTagBackfillHistoryRequest, ListCostAllocationTagBackfillHistoryResponse> {
  private static final Declaration<ListCostAllocationTagBackfillHistoryRequest, ListCostAllocationTagBackfillHistoryResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "ListCostAllocationTagBackfillHistory", ListCostAllocationTagBackfillHistoryRequest.class, ListCostAllocationTagBackfillHistoryResponse.class)
          .summary("Lists the backfills of cost allocation tags, the newest first.")
          .needs(CostExplorerService.need("ce:ListCostAllocationTagBackfillHistory"), AccessLevel.LIST)
          .rules(MemberRule.optional("MaxResults").range(1, 1_000), MemberRule.optional("NextToken").range(0, 8_192))
          .errors(CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.ACCESS_DENIED, CostExplorerService.INVALID_NEXT_TOKEN)
          .example(() -> ListCostAllocationTagBackfillHistoryRequest.builder().build())
          .build();

  private final CostTags tags;
  private final CostCategories categories;

  ListCostAllocationTagBackfillHistory(CostTags tags, CostCategories categories) {
    this.tags = tags;
    this.categories = categories;
  }

  @Override
  public Declaration<ListCostAllocationTagBackfillHistoryRequest, ListCostAllocationTagBackfillHistoryResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public ListCostAllocationTagBackfillHistoryResponse handle(Authorized<ListCostAllocationTagBackfillHistoryRequest> call) {
    ListCostAllocationTagBackfillHistoryRequest request = call.input();
    categories.refuseMember(call.account(), CostExplorerService.MEMBER_TAGS);
    Object question = request.toBuilder().nextToken(null).build();
    var page = Lists.page(tags.history(call.account()), Pages.offset(request.nextToken(), question),
        request.maxResults() == null ? 100 : request.maxResults());
    return ListCostAllocationTagBackfillHistoryResponse.builder()
        .backfillRequests(page.items().stream().map(CostExplorerService::written).toList())
        .nextToken(page.next() > 0 ? Pages.token(page.next(), question) : null).build();
  }
}
