package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyResponse;

/** Writes an inline policy into a group. Source: IAM API reference, PutGroupPolicy. */
public final class PutGroupPolicy implements Operation<PutGroupPolicyRequest, PutGroupPolicyResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<PutGroupPolicyRequest, PutGroupPolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public PutGroupPolicy(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("PutGroupPolicy", PutGroupPolicyRequest.class, PutGroupPolicyResponse.class, AccessLevel.PERMISSIONS_MANAGEMENT)
            .summary("Writes an inline policy into a group.")
            .resource((caller, input) -> targets.groupArn(caller, input.groupName()))
            .rules(IamRules.GROUP_NAME, IamRules.POLICY_NAME, IamRules.POLICY_DOCUMENT)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED, IamService.MALFORMED_POLICY_DOCUMENT)
            .example(() ->
                PutGroupPolicyRequest.builder()
                    .groupName("Admins")
                    .policyName("Own")
                    .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[]}")
                    .build())
            .build();
  }

  @Override
  public Declaration<PutGroupPolicyRequest, PutGroupPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public PutGroupPolicyResponse handle(Authorized<PutGroupPolicyRequest> call) {
    var input = call.input();
    var holder = targets.groupHolder(call.account(), input.groupName());
    identity.inlinePolicies().put(holder, input.policyName(), input.policyDocument());
    return PutGroupPolicyResponse.builder().build();
  }
}
