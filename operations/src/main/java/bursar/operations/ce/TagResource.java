package bursar.operations.ce;

import bursar.domain.Failure;
import bursar.domain.categories.CostCategories;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.costexplorer.model.TagResourceRequest;
import software.amazon.awssdk.services.costexplorer.model.TagResourceResponse;

/** Gives a cost category resource tags. Source: Cost Explorer API reference, TagResource. */
final class TagResource implements Operation<TagResourceRequest, TagResourceResponse> {
  private static final Declaration<TagResourceRequest, TagResourceResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "TagResource", TagResourceRequest.class, TagResourceResponse.class)
          .summary("Gives a cost category resource tags.")
          .needs(CostExplorerService.managing("ce:TagResource"), AccessLevel.WRITE)
          .resource((caller, request) -> request.resourceArn())
          .rules(MemberRule.required("ResourceArn").range(20, 2_048), MemberRule.required("ResourceTags").range(0, 200))
          .errors(CostExplorerService.RESOURCE_NOT_FOUND, CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.ACCESS_DENIED, CostExplorerService.TOO_MANY_TAGS)
          .example(() -> TagResourceRequest.builder().resourceArn("arn:aws:ce::111122223333:costcategory/11111111-2222-3333-4444-555555555555")
              .resourceTags(tag -> tag.key("owner").value("finance")).build())
          .build();

  private final CostCategories categories;

  TagResource(CostCategories categories) {
    this.categories = categories;
  }

  @Override
  public Declaration<TagResourceRequest, TagResourceResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public TagResourceResponse handle(Authorized<TagResourceRequest> call) {
    TagResourceRequest request = call.input();
    Map<String, String> tags = new LinkedHashMap<>(categories.get(call.account(), request.resourceArn()).tags());
    tags.putAll(Categories.tags(request.resourceTags()));
    if (tags.size() > TAGS_MAX) {
      throw new Failure("TooManyTagsException", "A resource has at most " + TAGS_MAX + " tags.");
    }
    categories.tag(call.account(), request.resourceArn(), tags);
    return TagResourceResponse.builder().build();
  }

  private static final int TAGS_MAX = 200;
}
