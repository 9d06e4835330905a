package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;

/** Answers one version of a managed policy with its document, percent-encoded. Source: IAM API reference, GetPolicyVersion. */
public final class GetPolicyVersion implements Operation<GetPolicyVersionRequest, GetPolicyVersionResponse> {
  private final Identity identity;
  private final Declaration<GetPolicyVersionRequest, GetPolicyVersionResponse> declaration;

  /** The operation over the rules of identities. */
  public GetPolicyVersion(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("GetPolicyVersion", GetPolicyVersionRequest.class, GetPolicyVersionResponse.class, AccessLevel.READ)
            .summary("Answers one version of a managed policy with its document, percent-encoded.")
            .resource((caller, input) -> input.policyArn())
            .conditionKeys((caller, input) -> targets.policyTags(caller, input.policyArn()))
            .rules(IamRules.POLICY_ARN, IamRules.VERSION_ID)
            .errors(IamService.NO_SUCH_ENTITY, IamService.INVALID_INPUT)
            .example(() -> GetPolicyVersionRequest.builder().policyArn("arn:aws:iam::111122223333:policy/Reader").versionId("v1").build())
            .build();
  }

  @Override
  public Declaration<GetPolicyVersionRequest, GetPolicyVersionResponse> declaration() {
    return declaration;
  }

  @Override
  public GetPolicyVersionResponse handle(Authorized<GetPolicyVersionRequest> call) {
    var policy = identity.managedPolicies().get(call.account(), call.input().policyArn());
    var version = identity.managedPolicies().version(policy, call.input().versionId());
    return GetPolicyVersionResponse.builder()
        .policyVersion(
            IamModels.version(version, policy.defaultVersion()).document(IamModels.document(version.document())).build())
        .build();
  }
}
