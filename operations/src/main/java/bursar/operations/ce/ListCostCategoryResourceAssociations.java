package bursar.operations.ce;

import bursar.domain.categories.CostCategories;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the resources that use a cost category. Source: Cost Explorer API reference, ListCostCategoryResourceAssociations. */
final class ListCostCategoryResourceAssociations
    implements Operation<ListCostCategoryResourceAssociations.Request, ListCostCategoryResourceAssociations.Answer> {
  private static final Declaration<Request, Answer> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "ListCostCategoryResourceAssociations", Request.class, Answer.class)
          .summary("Lists the custom pricing resources that use a cost category; there are none.")
          .needs(CostExplorerService.need("ce:ListCostCategoryResourceAssociations"), AccessLevel.LIST)
          .rules(MemberRule.optional("CostCategoryArn").range(20, 2_048), MemberRule.optional("MaxResults").range(1, 100),
              MemberRule.optional("NextToken").range(0, 8_192))
          .errors(CostExplorerService.RESOURCE_NOT_FOUND, CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.ACCESS_DENIED)
          .example(() -> new Request(null, null, null))
          .build();

  private final CostCategories categories;

  ListCostCategoryResourceAssociations(CostCategories categories) {
    this.categories = categories;
  }

  /** Which category; all when it is left out. */
  public record Request(@Nullable String costCategoryArn, @Nullable String nextToken, @Nullable Integer maxResults) {}

  /** What uses it: billing groups and views of the Billing Conductor, which this product does not have. */
  public record Answer(List<Association> costCategoryResourceAssociations, @Nullable String nextToken) {}

  /** One use. */
  public record Association(String resourceArn, String costCategoryName, String costCategoryArn) {}

  @Override
  public Declaration<Request, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Request> call) {
    String arn = call.input().costCategoryArn();
    if (arn != null) {
      var unused = categories.get(call.account(), arn);
    } else {
      var unused = categories.list(call.account());
    }
    return new Answer(List.of(), null);
  }
}
