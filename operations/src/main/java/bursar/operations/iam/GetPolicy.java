package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;

/** Tells about a managed policy. Source: IAM API reference, GetPolicy. */
public final class GetPolicy implements Operation<GetPolicyRequest, GetPolicyResponse> {
  private final Identity identity;
  private final Declaration<GetPolicyRequest, GetPolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public GetPolicy(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("GetPolicy", GetPolicyRequest.class, GetPolicyResponse.class, AccessLevel.READ)
            .summary("Tells about a managed policy.")
            .resource((caller, input) -> input.policyArn())
            .conditionKeys((caller, input) -> targets.policyTags(caller, input.policyArn()))
            .rules(IamRules.POLICY_ARN)
            .errors(IamService.NO_SUCH_ENTITY, IamService.INVALID_INPUT)
            .example(() -> GetPolicyRequest.builder().policyArn("arn:aws:iam::111122223333:policy/Reader").build())
            .build();
  }

  @Override
  public Declaration<GetPolicyRequest, GetPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public GetPolicyResponse handle(Authorized<GetPolicyRequest> call) {
    var policy = identity.managedPolicies().get(call.account(), call.input().policyArn());
    int attachments = identity.managedPolicies().attachmentCounts(call.account()).getOrDefault(policy.arn(), 0);
    return GetPolicyResponse.builder()
        .policy(
            IamModels.policy(policy, attachments)
                .description(policy.description().isEmpty() ? null : policy.description())
                .tags(IamModels.tags(identity.managedPolicies().tags(policy)))
                .build())
        .build();
  }
}
