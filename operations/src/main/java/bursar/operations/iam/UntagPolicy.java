package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.UntagPolicyRequest;
import software.amazon.awssdk.services.iam.model.UntagPolicyResponse;

/** Takes tags off a managed policy. Source: IAM API reference, UntagPolicy. */
public final class UntagPolicy implements Operation<UntagPolicyRequest, UntagPolicyResponse> {
  private final Identity identity;
  private final Declaration<UntagPolicyRequest, UntagPolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public UntagPolicy(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("UntagPolicy", UntagPolicyRequest.class, UntagPolicyResponse.class, AccessLevel.TAGGING)
            .summary("Takes tags off a managed policy.")
            .resource((caller, input) -> input.policyArn())
            .conditionKeys((caller, input) ->
                IamTargets.both(targets.policyTags(caller, input.policyArn()), Map.of("aws:TagKeys", input.tagKeys())))
            .rules(IamRules.POLICY_ARN, IamRules.TAG_KEYS)
            .errors(IamService.NO_SUCH_ENTITY, IamService.INVALID_INPUT)
            .example(() -> UntagPolicyRequest.builder().policyArn("arn:aws:iam::111122223333:policy/Reader").tagKeys("Team").build())
            .build();
  }

  @Override
  public Declaration<UntagPolicyRequest, UntagPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public UntagPolicyResponse handle(Authorized<UntagPolicyRequest> call) {
    identity.managedPolicies().untag(call.account(), call.input().policyArn(), call.input().tagKeys());
    return UntagPolicyResponse.builder().build();
  }
}
