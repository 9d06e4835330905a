package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionResponse;

/** Gives a managed policy another version. Source: IAM API reference, CreatePolicyVersion. */
public final class CreatePolicyVersion implements Operation<CreatePolicyVersionRequest, CreatePolicyVersionResponse> {
  private final Identity identity;
  private final Declaration<CreatePolicyVersionRequest, CreatePolicyVersionResponse> declaration;

  /** The operation over the rules of identities. */
  public CreatePolicyVersion(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare(
                "CreatePolicyVersion", CreatePolicyVersionRequest.class, CreatePolicyVersionResponse.class, AccessLevel.PERMISSIONS_MANAGEMENT)
            .summary("Gives a managed policy another version.")
            .resource((caller, input) -> input.policyArn())
            .conditionKeys((caller, input) -> targets.policyTags(caller, input.policyArn()))
            .rules(IamRules.POLICY_ARN, IamRules.POLICY_DOCUMENT)
            .errors(IamService.NO_SUCH_ENTITY, IamService.MALFORMED_POLICY_DOCUMENT, IamService.INVALID_INPUT, IamService.LIMIT_EXCEEDED)
            .example(() ->
                CreatePolicyVersionRequest.builder()
                    .policyArn("arn:aws:iam::111122223333:policy/Reader")
                    .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[]}")
                    .build())
            .build();
  }

  @Override
  public Declaration<CreatePolicyVersionRequest, CreatePolicyVersionResponse> declaration() {
    return declaration;
  }

  @Override
  public CreatePolicyVersionResponse handle(Authorized<CreatePolicyVersionRequest> call) {
    var input = call.input();
    boolean asDefault = Boolean.TRUE.equals(input.setAsDefault());
    var version = identity.managedPolicies().createVersion(call.account(), input.policyArn(), input.policyDocument(), asDefault);
    return CreatePolicyVersionResponse.builder()
        .policyVersion(IamModels.version(version, asDefault ? version.number() : 0).build())
        .build();
  }
}
