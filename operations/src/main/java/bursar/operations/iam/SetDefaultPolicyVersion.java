package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionResponse;

/** Makes a version of a managed policy the one that counts. Source: IAM API reference, SetDefaultPolicyVersion. */
public final class SetDefaultPolicyVersion implements Operation<SetDefaultPolicyVersionRequest, SetDefaultPolicyVersionResponse> {
  private final Identity identity;
  private final Declaration<SetDefaultPolicyVersionRequest, SetDefaultPolicyVersionResponse> declaration;

  /** The operation over the rules of identities. */
  public SetDefaultPolicyVersion(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare(
                "SetDefaultPolicyVersion", SetDefaultPolicyVersionRequest.class, SetDefaultPolicyVersionResponse.class, AccessLevel.PERMISSIONS_MANAGEMENT)
            .summary("Makes a version of a managed policy the one that counts.")
            .resource((caller, input) -> input.policyArn())
            .conditionKeys((caller, input) -> targets.policyTags(caller, input.policyArn()))
            .rules(IamRules.POLICY_ARN, IamRules.VERSION_ID)
            .errors(IamService.NO_SUCH_ENTITY, IamService.INVALID_INPUT, IamService.LIMIT_EXCEEDED)
            .example(() ->
                SetDefaultPolicyVersionRequest.builder()
                    .policyArn("arn:aws:iam::111122223333:policy/Reader")
                    .versionId("v1")
                    .build())
            .build();
  }

  @Override
  public Declaration<SetDefaultPolicyVersionRequest, SetDefaultPolicyVersionResponse> declaration() {
    return declaration;
  }

  @Override
  public SetDefaultPolicyVersionResponse handle(Authorized<SetDefaultPolicyVersionRequest> call) {
    identity.managedPolicies().setDefault(call.account(), call.input().policyArn(), call.input().versionId());
    return SetDefaultPolicyVersionResponse.builder().build();
  }
}
