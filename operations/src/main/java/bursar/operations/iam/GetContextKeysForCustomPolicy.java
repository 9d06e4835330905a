package bursar.operations.iam;

import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.policy.ContextKeys;
import bursar.policy.PolicyKind;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyResponse;

/** Lists the condition keys that the policies of the request ask for. Source: IAM API reference, GetContextKeysForCustomPolicy. */
public final class GetContextKeysForCustomPolicy
    implements Operation<GetContextKeysForCustomPolicyRequest, GetContextKeysForCustomPolicyResponse> {
  private final Declaration<GetContextKeysForCustomPolicyRequest, GetContextKeysForCustomPolicyResponse> declaration;

  /** The operation. */
  public GetContextKeysForCustomPolicy() {
    declaration =
        IamService.declare(
                "GetContextKeysForCustomPolicy", GetContextKeysForCustomPolicyRequest.class, GetContextKeysForCustomPolicyResponse.class,
                AccessLevel.READ)
            .summary("Lists the condition keys that the policies of the request ask for.")
            .rules(IamRules.POLICY_INPUTS)
            .errors(IamService.INVALID_INPUT)
            .example(() ->
                GetContextKeysForCustomPolicyRequest.builder()
                    .policyInputList("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}")
                    .build())
            .build();
  }

  @Override
  public Declaration<GetContextKeysForCustomPolicyRequest, GetContextKeysForCustomPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public GetContextKeysForCustomPolicyResponse handle(Authorized<GetContextKeysForCustomPolicyRequest> call) {
    List<SimulatedPolicy> policies = SimulatedPolicy.given(call.input().policyInputList(), "PolicyInputList", PolicyKind.IDENTITY);
    return GetContextKeysForCustomPolicyResponse.builder()
        .contextKeyNames(ContextKeys.of(policies.stream().map(policy -> policy.policy().document()).toList()))
        .build();
  }
}
