package bursar.operations.ce;

import bursar.domain.categories.CostCategories;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.Map;
import software.amazon.awssdk.services.costexplorer.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.costexplorer.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.costexplorer.model.ResourceTag;

/** Lists the resource tags of a cost category. Source: Cost Explorer API reference, ListTagsForResource. */
final class ListTagsForResource implements Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> {
  private static final Declaration<ListTagsForResourceRequest, ListTagsForResourceResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "ListTagsForResource", ListTagsForResourceRequest.class, ListTagsForResourceResponse.class)
          .summary("Lists the resource tags of a cost category.")
          .needs(CostExplorerService.need("ce:ListTagsForResource"), AccessLevel.READ)
          .resource((caller, request) -> request.resourceArn())
          .rules(MemberRule.required("ResourceArn").range(20, 2_048))
          .errors(CostExplorerService.RESOURCE_NOT_FOUND, CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.ACCESS_DENIED)
          .example(() -> ListTagsForResourceRequest.builder().resourceArn("arn:aws:ce::111122223333:costcategory/11111111-2222-3333-4444-555555555555").build())
          .build();

  private final CostCategories categories;

  ListTagsForResource(CostCategories categories) {
    this.categories = categories;
  }

  @Override
  public Declaration<ListTagsForResourceRequest, ListTagsForResourceResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public ListTagsForResourceResponse handle(Authorized<ListTagsForResourceRequest> call) {
    ListTagsForResourceRequest request = call.input();
    return ListTagsForResourceResponse.builder().resourceTags(categories.get(call.account(), request.resourceArn()).tags().entrySet().stream()
        .sorted(Map.Entry.comparingByKey()).map(tag -> ResourceTag.builder().key(tag.getKey()).value(tag.getValue()).build()).toList()).build();
  }
}
