package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyResponse;

/** Deletes an inline policy of an IAM user. Source: IAM API reference, DeleteUserPolicy. */
public final class DeleteUserPolicy implements Operation<DeleteUserPolicyRequest, DeleteUserPolicyResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<DeleteUserPolicyRequest, DeleteUserPolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public DeleteUserPolicy(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare(
                "DeleteUserPolicy", DeleteUserPolicyRequest.class, DeleteUserPolicyResponse.class, AccessLevel.PERMISSIONS_MANAGEMENT)
            .summary("Deletes an inline policy of an IAM user.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.USER_NAME, IamRules.POLICY_NAME)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED)
            .example(() -> DeleteUserPolicyRequest.builder().userName("Anna").policyName("Own").build())
            .build();
  }

  @Override
  public Declaration<DeleteUserPolicyRequest, DeleteUserPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public DeleteUserPolicyResponse handle(Authorized<DeleteUserPolicyRequest> call) {
    var input = call.input();
    var holder = targets.userHolder(call.account(), input.userName());
    identity.inlinePolicies().delete(holder, input.policyName());
    return DeleteUserPolicyResponse.builder().build();
  }
}
