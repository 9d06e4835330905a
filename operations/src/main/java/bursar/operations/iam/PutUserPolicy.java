package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyResponse;

/** Writes an inline policy into an IAM user. Source: IAM API reference, PutUserPolicy. */
public final class PutUserPolicy implements Operation<PutUserPolicyRequest, PutUserPolicyResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<PutUserPolicyRequest, PutUserPolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public PutUserPolicy(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("PutUserPolicy", PutUserPolicyRequest.class, PutUserPolicyResponse.class, AccessLevel.PERMISSIONS_MANAGEMENT)
            .summary("Writes an inline policy into an IAM user.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.USER_NAME, IamRules.POLICY_NAME, IamRules.POLICY_DOCUMENT)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED, IamService.MALFORMED_POLICY_DOCUMENT)
            .example(() ->
                PutUserPolicyRequest.builder()
                    .userName("Anna")
                    .policyName("Own")
                    .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[]}")
                    .build())
            .build();
  }

  @Override
  public Declaration<PutUserPolicyRequest, PutUserPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public PutUserPolicyResponse handle(Authorized<PutUserPolicyRequest> call) {
    var input = call.input();
    var holder = targets.userHolder(call.account(), input.userName());
    identity.inlinePolicies().put(holder, input.policyName(), input.policyDocument());
    return PutUserPolicyResponse.builder().build();
  }
}
