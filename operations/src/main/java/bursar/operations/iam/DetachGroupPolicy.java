package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyResponse;

/** Detaches a managed policy from a group. Source: IAM API reference, DetachGroupPolicy. */
public final class DetachGroupPolicy implements Operation<DetachGroupPolicyRequest, DetachGroupPolicyResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<DetachGroupPolicyRequest, DetachGroupPolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public DetachGroupPolicy(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare(
                "DetachGroupPolicy", DetachGroupPolicyRequest.class, DetachGroupPolicyResponse.class, AccessLevel.PERMISSIONS_MANAGEMENT)
            .summary("Detaches a managed policy from a group.")
            .resource((caller, input) -> targets.groupArn(caller, input.groupName()))
            .conditionKeys((caller, input) -> Map.of("iam:PolicyARN", List.of(input.policyArn())))
            .rules(IamRules.GROUP_NAME, IamRules.POLICY_ARN)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED, IamService.INVALID_INPUT)
            .example(() ->
                DetachGroupPolicyRequest.builder()
                    .groupName("Admins")
                    .policyArn("arn:aws:iam::111122223333:policy/Reader")
                    .build())
            .build();
  }

  @Override
  public Declaration<DetachGroupPolicyRequest, DetachGroupPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public DetachGroupPolicyResponse handle(Authorized<DetachGroupPolicyRequest> call) {
    var input = call.input();
    var holder = targets.groupHolder(call.account(), input.groupName());
    identity.attachments().detach(holder, input.policyArn());
    return DetachGroupPolicyResponse.builder().build();
  }
}
