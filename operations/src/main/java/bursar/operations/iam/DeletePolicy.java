package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyResponse;

/** Deletes a managed policy that is attached to nobody and has one version only. Source: IAM API reference, DeletePolicy. */
public final class DeletePolicy implements Operation<DeletePolicyRequest, DeletePolicyResponse> {
  private final Identity identity;
  private final Declaration<DeletePolicyRequest, DeletePolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public DeletePolicy(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("DeletePolicy", DeletePolicyRequest.class, DeletePolicyResponse.class, AccessLevel.PERMISSIONS_MANAGEMENT)
            .summary("Deletes a managed policy that is attached to nobody and has one version only.")
            .resource((caller, input) -> input.policyArn())
            .conditionKeys((caller, input) -> targets.policyTags(caller, input.policyArn()))
            .rules(IamRules.POLICY_ARN)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED, IamService.INVALID_INPUT, IamService.DELETE_CONFLICT)
            .example(() -> DeletePolicyRequest.builder().policyArn("arn:aws:iam::111122223333:policy/Reader").build())
            .build();
  }

  @Override
  public Declaration<DeletePolicyRequest, DeletePolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public DeletePolicyResponse handle(Authorized<DeletePolicyRequest> call) {
    identity.managedPolicies().delete(call.account(), call.input().policyArn());
    return DeletePolicyResponse.builder().build();
  }
}
