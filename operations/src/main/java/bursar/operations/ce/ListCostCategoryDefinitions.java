package bursar.operations.ce;

import bursar.domain.categories.CostCategories;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.costexplorer.model.CostCategoryReference;
import software.amazon.awssdk.services.costexplorer.model.ListCostCategoryDefinitionsRequest;
import software.amazon.awssdk.services.costexplorer.model.ListCostCategoryDefinitionsResponse;

/** Lists the cost categories of the account. Source: Cost Explorer API reference, ListCostCategoryDefinitions. */
final class ListCostCategoryDefinitions implements Operation<ListCostCategoryDefinitionsRequest, ListCostCategoryDefinitionsResponse> {
  private static final Declaration<ListCostCategoryDefinitionsRequest, ListCostCategoryDefinitionsResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "ListCostCategoryDefinitions", ListCostCategoryDefinitionsRequest.class, ListCostCategoryDefinitionsResponse.class)
          .summary("Lists the cost categories of the account.")
          .needs(CostExplorerService.need("ce:ListCostCategoryDefinitions"), AccessLevel.LIST)
          .rules(MemberRule.optional("EffectiveOn").range(20, 25), MemberRule.optional("MaxResults").range(1, 100),
              MemberRule.optional("NextToken").range(0, 8_192))
          .errors(CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.ACCESS_DENIED, CostExplorerService.INVALID_NEXT_TOKEN)
          .example(() -> ListCostCategoryDefinitionsRequest.builder().build())
          .build();

  private final CostCategories categories;

  ListCostCategoryDefinitions(CostCategories categories) {
    this.categories = categories;
  }

  @Override
  public Declaration<ListCostCategoryDefinitionsRequest, ListCostCategoryDefinitionsResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public ListCostCategoryDefinitionsResponse handle(Authorized<ListCostCategoryDefinitionsRequest> call) {
    ListCostCategoryDefinitionsRequest request = call.input();
    YearMonth on = Categories.monthOf("EffectiveOn", request.effectiveOn());
    List<CostCategoryReference> all = categories.list(call.account()).stream()
        .flatMap(one -> (on == null ? Optional.of(one.newest()) : one.in(on)).map(version -> Categories.reference(one, version)).stream())
        .toList();
    Object question = request.toBuilder().nextToken(null).build();
    var page = Lists.page(all, Pages.offset(request.nextToken(), question), request.maxResults() == null ? 100 : request.maxResults());
    return ListCostCategoryDefinitionsResponse.builder().costCategoryReferences(page.items())
        .nextToken(page.next() > 0 ? Pages.token(page.next(), question) : null).build();
  }
}
