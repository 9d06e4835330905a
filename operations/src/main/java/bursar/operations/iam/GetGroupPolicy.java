package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyResponse;

/** Answers the document of an inline policy of a group, percent-encoded. Source: IAM API reference, GetGroupPolicy. */
public final class GetGroupPolicy implements Operation<GetGroupPolicyRequest, GetGroupPolicyResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<GetGroupPolicyRequest, GetGroupPolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public GetGroupPolicy(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("GetGroupPolicy", GetGroupPolicyRequest.class, GetGroupPolicyResponse.class, AccessLevel.READ)
            .summary("Answers the document of an inline policy of a group, percent-encoded.")
            .resource((caller, input) -> targets.groupArn(caller, input.groupName()))
            .rules(IamRules.GROUP_NAME, IamRules.POLICY_NAME)
            .errors(IamService.NO_SUCH_ENTITY)
            .example(() -> GetGroupPolicyRequest.builder().groupName("Admins").policyName("Own").build())
            .build();
  }

  @Override
  public Declaration<GetGroupPolicyRequest, GetGroupPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public GetGroupPolicyResponse handle(Authorized<GetGroupPolicyRequest> call) {
    var input = call.input();
    var holder = targets.groupHolder(call.account(), input.groupName());
    return GetGroupPolicyResponse.builder()
        .groupName(holder.name())
        .policyName(input.policyName())
        .policyDocument(IamModels.document(identity.inlinePolicies().get(holder, input.policyName())))
        .build();
  }
}
