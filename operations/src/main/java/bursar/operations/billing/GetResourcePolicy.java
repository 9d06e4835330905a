package bursar.operations.billing;

import bursar.domain.views.BillingViews;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.billing.model.GetResourcePolicyRequest;
import software.amazon.awssdk.services.billing.model.GetResourcePolicyResponse;

/**
 * Answers the policy that shares a custom billing view.
 *
 * <p>Source: AWS Billing API reference, GetResourcePolicy.
 */
final class GetResourcePolicy implements Operation<GetResourcePolicyRequest, GetResourcePolicyResponse> {
  private static final Declaration<GetResourcePolicyRequest, GetResourcePolicyResponse> DECLARATION =
        BillingService.declare(
                "GetResourcePolicy", GetResourcePolicyRequest.class, GetResourcePolicyResponse.class, AccessLevel.READ)
            .summary("Answers the policy that shares a custom billing view.")
            .resource((caller, request) -> request.resourceArn())
            .rules(BillingService.RESOURCE_ARN)
            .example(() -> GetResourcePolicyRequest.builder().resourceArn(BillingService.EXAMPLE_ARN).build())
            .build();

  private final BillingViews views;

  GetResourcePolicy(BillingViews views) {
    this.views = views;
  }

  @Override
  public Declaration<GetResourcePolicyRequest, GetResourcePolicyResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetResourcePolicyResponse handle(Authorized<GetResourcePolicyRequest> call) {
    GetResourcePolicyRequest request = call.input();
    return GetResourcePolicyResponse.builder()
        .resourceArn(request.resourceArn())
        .policy(views.owned(call.account(), request.resourceArn()).policy())
        .build();
  }
}
