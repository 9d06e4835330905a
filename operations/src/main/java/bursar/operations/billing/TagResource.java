package bursar.operations.billing;

import bursar.domain.views.BillingViews;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.billing.model.TagResourceRequest;
import software.amazon.awssdk.services.billing.model.TagResourceResponse;

/**
 * Gives a custom billing view tags.
 *
 * <p>Source: AWS Billing API reference, TagResource.
 */
final class TagResource implements Operation<TagResourceRequest, TagResourceResponse> {
  private static final Declaration<TagResourceRequest, TagResourceResponse> DECLARATION =
        BillingService.declare(
                "TagResource", TagResourceRequest.class, TagResourceResponse.class, AccessLevel.TAGGING, "ServiceQuotaExceeded")
            .summary("Gives a custom billing view tags.")
            .resource((caller, request) -> request.resourceArn())
            .rules(BillingService.RESOURCE_ARN, MemberRule.required("resourceTags").range(0, 200))
            .example(() -> TagResourceRequest.builder().resourceArn(BillingService.EXAMPLE_ARN)
                .resourceTags(tag -> tag.key("team").value("blue")).build())
            .build();

  private final BillingViews views;

  TagResource(BillingViews views) {
    this.views = views;
  }

  @Override
  public Declaration<TagResourceRequest, TagResourceResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public TagResourceResponse handle(Authorized<TagResourceRequest> call) {
    TagResourceRequest request = call.input();
    views.tag(call.account(), request.resourceArn(), ViewModels.tags(request.resourceTags()));
    return TagResourceResponse.builder().build();
  }
}
