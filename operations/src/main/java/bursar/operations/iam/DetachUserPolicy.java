package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyResponse;

/** Detaches a managed policy from an IAM user. Source: IAM API reference, DetachUserPolicy. */
public final class DetachUserPolicy implements Operation<DetachUserPolicyRequest, DetachUserPolicyResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<DetachUserPolicyRequest, DetachUserPolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public DetachUserPolicy(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare(
                "DetachUserPolicy", DetachUserPolicyRequest.class, DetachUserPolicyResponse.class, AccessLevel.PERMISSIONS_MANAGEMENT)
            .summary("Detaches a managed policy from an IAM user.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) ->
                IamTargets.both(targets.userTags(caller, input.userName()), Map.of("iam:PolicyARN", List.of(input.policyArn()))))
            .rules(IamRules.USER_NAME, IamRules.POLICY_ARN)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED, IamService.INVALID_INPUT)
            .example(() -> DetachUserPolicyRequest.builder().userName("Anna").policyArn("arn:aws:iam::111122223333:policy/Reader").build())
            .build();
  }

  @Override
  public Declaration<DetachUserPolicyRequest, DetachUserPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public DetachUserPolicyResponse handle(Authorized<DetachUserPolicyRequest> call) {
    var input = call.input();
    var holder = targets.userHolder(call.account(), input.userName());
    identity.attachments().detach(holder, input.policyArn());
    return DetachUserPolicyResponse.builder().build();
  }
}
