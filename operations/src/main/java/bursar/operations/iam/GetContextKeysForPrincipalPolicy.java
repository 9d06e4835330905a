package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.policy.ContextKeys;
import bursar.policy.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyResponse;

/** Lists the condition keys that the policies of a user or group ask for. Source: IAM API reference, GetContextKeysForPrincipalPolicy. */
public final class GetContextKeysForPrincipalPolicy
    implements Operation<GetContextKeysForPrincipalPolicyRequest, GetContextKeysForPrincipalPolicyResponse> {
  private final Identity identity;
  private final Declaration<GetContextKeysForPrincipalPolicyRequest, GetContextKeysForPrincipalPolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public GetContextKeysForPrincipalPolicy(Identity identity) {
    this.identity = identity;
    declaration =
        IamService.declare(
                "GetContextKeysForPrincipalPolicy", GetContextKeysForPrincipalPolicyRequest.class, GetContextKeysForPrincipalPolicyResponse.class,
                AccessLevel.READ)
            .summary("Lists the condition keys that the policies of a user or group, and those of the request, ask for.")
            .resource((caller, input) -> input.policySourceArn())
            .rules(IamRules.POLICY_SOURCE_ARN, IamRules.MORE_POLICY_INPUTS)
            .errors(IamService.INVALID_INPUT, IamService.NO_SUCH_ENTITY)
            .example(() -> 
                GetContextKeysForPrincipalPolicyRequest.builder().policySourceArn("arn:aws:iam::111122223333:user/Anna").build())
            .build();
  }

  @Override
  public Declaration<GetContextKeysForPrincipalPolicyRequest, GetContextKeysForPrincipalPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public GetContextKeysForPrincipalPolicyResponse handle(Authorized<GetContextKeysForPrincipalPolicyRequest> call) {
    var input = call.input();
    List<SimulatedPolicy> policies = new ArrayList<>(SimulatedPolicy.of(identity, call.account(), input.policySourceArn()));
    policies.addAll(SimulatedPolicy.given(input.policyInputList(), "PolicyInputList", PolicyKind.IDENTITY));
    return GetContextKeysForPrincipalPolicyResponse.builder()
        .contextKeyNames(ContextKeys.of(policies.stream().map(policy -> policy.policy().document()).toList()))
        .build();
  }
}
