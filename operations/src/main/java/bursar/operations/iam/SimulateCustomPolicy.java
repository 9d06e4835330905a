package bursar.operations.iam;

import bursar.domain.identity.Page;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.policy.PolicyKind;
import java.util.List;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyResponse;

/** Says what the policies of the request would answer to calls. Source: IAM API reference, SimulateCustomPolicy. */
public final class SimulateCustomPolicy implements Operation<SimulateCustomPolicyRequest, SimulateCustomPolicyResponse> {
  private final Declaration<SimulateCustomPolicyRequest, SimulateCustomPolicyResponse> declaration;

  /** The operation. */
  public SimulateCustomPolicy() {
    declaration =
        IamService.declare("SimulateCustomPolicy", SimulateCustomPolicyRequest.class, SimulateCustomPolicyResponse.class, AccessLevel.READ)
            .summary("Says what the policies of the request would answer to calls, with the deciding statements.")
            .rules(
                IamRules.POLICY_INPUTS, IamRules.BOUNDARY_INPUTS, IamRules.ACTION_NAMES, IamRules.RESOURCE_ARNS,
                IamRules.RESOURCE_POLICY, IamRules.RESOURCE_OWNER, IamRules.CALLER_ARN, IamRules.CONTEXT_ENTRIES,
                IamRules.RESOURCE_HANDLING, IamRules.MAX_ITEMS, IamRules.MARKER)
            .errors(IamService.INVALID_INPUT)
            .example(() -> 
                SimulateCustomPolicyRequest.builder()
                    .policyInputList("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}")
                    .actionNames("s3:GetObject")
                    .build())
            .build();
  }

  @Override
  public Declaration<SimulateCustomPolicyRequest, SimulateCustomPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public SimulateCustomPolicyResponse handle(Authorized<SimulateCustomPolicyRequest> call) {
    SimulationInput input = SimulationInput.of(call.input());
    List<SimulatedPolicy> policies = SimulatedPolicy.given(input.policies(), "PolicyInputList", PolicyKind.IDENTITY);
    Page<EvaluationResult> results =
        new PolicySimulation(input, call.account(), policies, PolicySimulation.keysOf(input.callerArn()), false).results();
    return SimulateCustomPolicyResponse.builder()
        .evaluationResults(results.items())
        .isTruncated(results.next() != null)
        .marker(results.next())
        .build();
  }
}
