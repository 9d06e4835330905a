package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionResponse;

/** Deletes a version of a managed policy that is not the default. Source: IAM API reference, DeletePolicyVersion. */
public final class DeletePolicyVersion implements Operation<DeletePolicyVersionRequest, DeletePolicyVersionResponse> {
  private final Identity identity;
  private final Declaration<DeletePolicyVersionRequest, DeletePolicyVersionResponse> declaration;

  /** The operation over the rules of identities. */
  public DeletePolicyVersion(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare(
                "DeletePolicyVersion", DeletePolicyVersionRequest.class, DeletePolicyVersionResponse.class, AccessLevel.PERMISSIONS_MANAGEMENT)
            .summary("Deletes a version of a managed policy that is not the default.")
            .resource((caller, input) -> input.policyArn())
            .conditionKeys((caller, input) -> targets.policyTags(caller, input.policyArn()))
            .rules(IamRules.POLICY_ARN, IamRules.VERSION_ID)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED, IamService.INVALID_INPUT, IamService.DELETE_CONFLICT)
            .example(() ->
                DeletePolicyVersionRequest.builder()
                    .policyArn("arn:aws:iam::111122223333:policy/Reader")
                    .versionId("v1")
                    .build())
            .build();
  }

  @Override
  public Declaration<DeletePolicyVersionRequest, DeletePolicyVersionResponse> declaration() {
    return declaration;
  }

  @Override
  public DeletePolicyVersionResponse handle(Authorized<DeletePolicyVersionRequest> call) {
    identity.managedPolicies().deleteVersion(call.account(), call.input().policyArn(), call.input().versionId());
    return DeletePolicyVersionResponse.builder().build();
  }
}
