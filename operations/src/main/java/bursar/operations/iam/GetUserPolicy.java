package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyResponse;

/** Answers the document of an inline policy of an IAM user, percent-encoded. Source: IAM API reference, GetUserPolicy. */
public final class GetUserPolicy implements Operation<GetUserPolicyRequest, GetUserPolicyResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<GetUserPolicyRequest, GetUserPolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public GetUserPolicy(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("GetUserPolicy", GetUserPolicyRequest.class, GetUserPolicyResponse.class, AccessLevel.READ)
            .summary("Answers the document of an inline policy of an IAM user, percent-encoded.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.USER_NAME, IamRules.POLICY_NAME)
            .errors(IamService.NO_SUCH_ENTITY)
            .example(() -> GetUserPolicyRequest.builder().userName("Anna").policyName("Own").build())
            .build();
  }

  @Override
  public Declaration<GetUserPolicyRequest, GetUserPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public GetUserPolicyResponse handle(Authorized<GetUserPolicyRequest> call) {
    var input = call.input();
    var holder = targets.userHolder(call.account(), input.userName());
    return GetUserPolicyResponse.builder()
        .userName(holder.name())
        .policyName(input.policyName())
        .policyDocument(IamModels.document(identity.inlinePolicies().get(holder, input.policyName())))
        .build();
  }
}
