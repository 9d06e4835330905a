package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyResponse;

/** Deletes an inline policy of a group. Source: IAM API reference, DeleteGroupPolicy. */
public final class DeleteGroupPolicy implements Operation<DeleteGroupPolicyRequest, DeleteGroupPolicyResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<DeleteGroupPolicyRequest, DeleteGroupPolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public DeleteGroupPolicy(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare(
                "DeleteGroupPolicy", DeleteGroupPolicyRequest.class, DeleteGroupPolicyResponse.class, AccessLevel.PERMISSIONS_MANAGEMENT)
            .summary("Deletes an inline policy of a group.")
            .resource((caller, input) -> targets.groupArn(caller, input.groupName()))
            .rules(IamRules.GROUP_NAME, IamRules.POLICY_NAME)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED)
            .example(() -> DeleteGroupPolicyRequest.builder().groupName("Admins").policyName("Own").build())
            .build();
  }

  @Override
  public Declaration<DeleteGroupPolicyRequest, DeleteGroupPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public DeleteGroupPolicyResponse handle(Authorized<DeleteGroupPolicyRequest> call) {
    var input = call.input();
    var holder = targets.groupHolder(call.account(), input.groupName());
    identity.inlinePolicies().delete(holder, input.policyName());
    return DeleteGroupPolicyResponse.builder().build();
  }
}
