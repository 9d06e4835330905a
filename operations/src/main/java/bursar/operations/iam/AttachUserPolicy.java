package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyResponse;

/** Attaches a managed policy to an IAM user. Source: IAM API reference, AttachUserPolicy. */
public final class AttachUserPolicy implements Operation<AttachUserPolicyRequest, AttachUserPolicyResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<AttachUserPolicyRequest, AttachUserPolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public AttachUserPolicy(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare(
                "AttachUserPolicy", AttachUserPolicyRequest.class, AttachUserPolicyResponse.class, AccessLevel.PERMISSIONS_MANAGEMENT)
            .summary("Attaches a managed policy to an IAM user.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) ->
                IamTargets.both(targets.userTags(caller, input.userName()), Map.of("iam:PolicyARN", List.of(input.policyArn()))))
            .rules(IamRules.USER_NAME, IamRules.POLICY_ARN)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED, IamService.INVALID_INPUT)
            .example(() -> AttachUserPolicyRequest.builder().userName("Anna").policyArn("arn:aws:iam::111122223333:policy/Reader").build())
            .build();
  }

  @Override
  public Declaration<AttachUserPolicyRequest, AttachUserPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public AttachUserPolicyResponse handle(Authorized<AttachUserPolicyRequest> call) {
    var input = call.input();
    var holder = targets.userHolder(call.account(), input.userName());
    identity.attachments().attach(holder, input.policyArn());
    return AttachUserPolicyResponse.builder().build();
  }
}
