package bursar.operations.ce;

import bursar.domain.categories.CostCategories;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.costexplorer.model.UntagResourceRequest;
import software.amazon.awssdk.services.costexplorer.model.UntagResourceResponse;

/** Takes resource tags away from a cost category. Source: Cost Explorer API reference, UntagResource. */
final class UntagResource implements Operation<UntagResourceRequest, UntagResourceResponse> {
  private static final Declaration<UntagResourceRequest, UntagResourceResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "UntagResource", UntagResourceRequest.class, UntagResourceResponse.class)
          .summary("Takes resource tags away from a cost category.")
          .needs(CostExplorerService.managing("ce:UntagResource"), AccessLevel.WRITE)
          .resource((caller, request) -> request.resourceArn())
          .rules(MemberRule.required("ResourceArn").range(20, 2_048), MemberRule.required("ResourceTagKeys").range(0, 200))
          .errors(CostExplorerService.RESOURCE_NOT_FOUND, CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.ACCESS_DENIED)
          .example(() -> UntagResourceRequest.builder().resourceArn("arn:aws:ce::111122223333:costcategory/11111111-2222-3333-4444-555555555555").resourceTagKeys("owner").build())
          .build();

  private final CostCategories categories;

  UntagResource(CostCategories categories) {
    this.categories = categories;
  }

  @Override
  public Declaration<UntagResourceRequest, UntagResourceResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public UntagResourceResponse handle(Authorized<UntagResourceRequest> call) {
    UntagResourceRequest request = call.input();
    Map<String, String> tags = new LinkedHashMap<>(categories.get(call.account(), request.resourceArn()).tags());
    request.resourceTagKeys().forEach(tags::remove);
    categories.tag(call.account(), request.resourceArn(), tags);
    return UntagResourceResponse.builder().build();
  }
}
