package bursar.operations.billing;

import bursar.domain.views.BillingViews;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.billing.model.UntagResourceRequest;
import software.amazon.awssdk.services.billing.model.UntagResourceResponse;

/**
 * Takes tags from a custom billing view.
 *
 * <p>Source: AWS Billing API reference, UntagResource.
 */
final class UntagResource implements Operation<UntagResourceRequest, UntagResourceResponse> {
  private static final Declaration<UntagResourceRequest, UntagResourceResponse> DECLARATION =
        BillingService.declare(
                "UntagResource", UntagResourceRequest.class, UntagResourceResponse.class, AccessLevel.TAGGING)
            .summary("Takes tags from a custom billing view.")
            .resource((caller, request) -> request.resourceArn())
            .rules(BillingService.RESOURCE_ARN, MemberRule.required("resourceTagKeys").range(0, 200))
            .example(() -> UntagResourceRequest.builder().resourceArn(BillingService.EXAMPLE_ARN).resourceTagKeys("team").build())
            .build();

  private final BillingViews views;

  UntagResource(BillingViews views) {
    this.views = views;
  }

  @Override
  public Declaration<UntagResourceRequest, UntagResourceResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public UntagResourceResponse handle(Authorized<UntagResourceRequest> call) {
    UntagResourceRequest request = call.input();
    views.untag(call.account(), request.resourceArn(), request.resourceTagKeys());
    return UntagResourceResponse.builder().build();
  }
}
