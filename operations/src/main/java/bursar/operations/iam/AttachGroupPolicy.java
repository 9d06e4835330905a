package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyResponse;

/** Attaches a managed policy to a group. Source: IAM API reference, AttachGroupPolicy. */
public final class AttachGroupPolicy implements Operation<AttachGroupPolicyRequest, AttachGroupPolicyResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<AttachGroupPolicyRequest, AttachGroupPolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public AttachGroupPolicy(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare(
                "AttachGroupPolicy", AttachGroupPolicyRequest.class, AttachGroupPolicyResponse.class, AccessLevel.PERMISSIONS_MANAGEMENT)
            .summary("Attaches a managed policy to a group.")
            .resource((caller, input) -> targets.groupArn(caller, input.groupName()))
            .conditionKeys((caller, input) -> Map.of("iam:PolicyARN", List.of(input.policyArn())))
            .rules(IamRules.GROUP_NAME, IamRules.POLICY_ARN)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED, IamService.INVALID_INPUT)
            .example(() ->
                AttachGroupPolicyRequest.builder()
                    .groupName("Admins")
                    .policyArn("arn:aws:iam::111122223333:policy/Reader")
                    .build())
            .build();
  }

  @Override
  public Declaration<AttachGroupPolicyRequest, AttachGroupPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public AttachGroupPolicyResponse handle(Authorized<AttachGroupPolicyRequest> call) {
    var input = call.input();
    var holder = targets.groupHolder(call.account(), input.groupName());
    identity.attachments().attach(holder, input.policyArn());
    return AttachGroupPolicyResponse.builder().build();
  }
}
