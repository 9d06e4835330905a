package bursar.operations.iam;

import bursar.domain.identity.Arns;
import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iam.model.Policy;

/** Makes a managed policy with its first version. Source: IAM API reference, CreatePolicy. */
public final class CreatePolicy implements Operation<CreatePolicyRequest, CreatePolicyResponse> {
  private final Identity identity;
  private final Declaration<CreatePolicyRequest, CreatePolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public CreatePolicy(Identity identity) {
    this.identity = identity;
    declaration =
        IamService.declare("CreatePolicy", CreatePolicyRequest.class, CreatePolicyResponse.class, AccessLevel.PERMISSIONS_MANAGEMENT)
            .summary("Makes a managed policy with its first version.")
            .resource((caller, input) ->
                Arns.of(caller.account(), "policy", input.path() == null ? "/" : input.path(), input.policyName()))
            .conditionKeys((caller, input) -> IamTargets.requestTags(input.tags()))
            .rules(IamRules.POLICY_NAME, IamRules.POLICY_PATH, IamRules.POLICY_DOCUMENT, IamRules.DESCRIPTION, IamRules.TAGS_TO_MAKE)
            .errors(
                IamService.ENTITY_ALREADY_EXISTS, IamService.LIMIT_EXCEEDED, IamService.MALFORMED_POLICY_DOCUMENT,
                IamService.INVALID_INPUT)
            .example(() ->
                CreatePolicyRequest.builder()
                    .policyName("Reader")
                    .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[]}")
                    .build())
            .build();
  }

  @Override
  public Declaration<CreatePolicyRequest, CreatePolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public CreatePolicyResponse handle(Authorized<CreatePolicyRequest> call) {
    var input = call.input();
    var tags = IamModels.fromTags(input.tags());
    var policy =
        identity.managedPolicies()
            .create(call.account(), input.policyName(), input.path(), input.description(), input.policyDocument(), tags);
    Policy.Builder model = IamModels.policy(policy, 0);
    return CreatePolicyResponse.builder().policy(tags.isEmpty() ? model.build() : model.tags(IamModels.tags(tags)).build()).build();
  }
}
