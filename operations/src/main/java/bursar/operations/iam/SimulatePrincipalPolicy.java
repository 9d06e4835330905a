package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.domain.identity.Page;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.policy.PolicyKind;
import bursar.policy.RequestContext;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/** Says what the policies of a user or group would answer to calls. Source: IAM API reference, SimulatePrincipalPolicy. */
public final class SimulatePrincipalPolicy implements Operation<SimulatePrincipalPolicyRequest, SimulatePrincipalPolicyResponse> {
  private final Identity identity;
  private final Organizations organizations;
  private final Declaration<SimulatePrincipalPolicyRequest, SimulatePrincipalPolicyResponse> declaration;

  /** The operation over the rules of identities and organizations. */
  public SimulatePrincipalPolicy(Identity identity, Organizations organizations) {
    this.identity = identity;
    this.organizations = organizations;
    declaration =
        IamService.declare("SimulatePrincipalPolicy", SimulatePrincipalPolicyRequest.class, SimulatePrincipalPolicyResponse.class, AccessLevel.READ)
            .summary("Says what the policies of a user or group, and those of the request, would answer to calls, with the deciding statements.")
            .resource((caller, input) -> input.policySourceArn())
            .rules(
                IamRules.POLICY_SOURCE_ARN, IamRules.MORE_POLICY_INPUTS, IamRules.BOUNDARY_INPUTS, IamRules.ACTION_NAMES, IamRules.RESOURCE_ARNS,
                IamRules.RESOURCE_POLICY, IamRules.RESOURCE_OWNER, IamRules.CALLER_ARN, IamRules.CONTEXT_ENTRIES,
                IamRules.RESOURCE_HANDLING, IamRules.MAX_ITEMS, IamRules.MARKER)
            .errors(IamService.INVALID_INPUT, IamService.NO_SUCH_ENTITY)
            .example(() -> 
                SimulatePrincipalPolicyRequest.builder()
                    .policySourceArn("arn:aws:iam::111122223333:user/Anna")
                    .actionNames("s3:GetObject")
                    .build())
            .build();
  }

  @Override
  public Declaration<SimulatePrincipalPolicyRequest, SimulatePrincipalPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public SimulatePrincipalPolicyResponse handle(Authorized<SimulatePrincipalPolicyRequest> call) {
    SimulatePrincipalPolicyRequest asked = call.input();
    SimulationInput input = SimulationInput.of(asked);
    List<SimulatedPolicy> policies = new ArrayList<>(SimulatedPolicy.of(identity, call.account(), asked.policySourceArn()));
    policies.addAll(SimulatedPolicy.given(input.policies(), "PolicyInputList", PolicyKind.IDENTITY));
    boolean inOrganization = organizations.isMember(call.account()) || !organizations.membersOf(call.account()).isEmpty();
    Page<EvaluationResult> results =
        new PolicySimulation(input, call.account(), policies, keys(call, input), inOrganization).results();
    return SimulatePrincipalPolicyResponse.builder()
        .evaluationResults(results.items())
        .isTruncated(results.next() != null)
        .marker(results.next())
        .build();
  }

  /** The user whose policies may be seen is known better than by its ARN: by its id and tags. Another caller is known by its ARN alone. */
  private RequestContext.Builder keys(Authorized<SimulatePrincipalPolicyRequest> call, SimulationInput input) {
    RequestContext.Builder keys = PolicySimulation.keysOf(input.callerArn());
    String arn = input.callerArn();
    if (arn != null && arn.equals(call.input().policySourceArn())) {
      SimulatedPolicy.user(identity, call.account(), arn).ifPresent(user -> {
        keys.put("aws:userid", user.id());
        identity.users().tags(user).forEach(tag -> keys.put("aws:PrincipalTag/" + tag.key(), tag.value()));
      });
    }
    return keys;
  }
}
