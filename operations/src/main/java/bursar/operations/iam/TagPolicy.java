package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyResponse;

/** Sets tags on a managed policy. Source: IAM API reference, TagPolicy. */
public final class TagPolicy implements Operation<TagPolicyRequest, TagPolicyResponse> {
  private final Identity identity;
  private final Declaration<TagPolicyRequest, TagPolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public TagPolicy(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("TagPolicy", TagPolicyRequest.class, TagPolicyResponse.class, AccessLevel.TAGGING)
            .summary("Sets tags on a managed policy.")
            .resource((caller, input) -> input.policyArn())
            .conditionKeys((caller, input) ->
                IamTargets.both(targets.policyTags(caller, input.policyArn()), IamTargets.requestTags(input.tags())))
            .rules(IamRules.POLICY_ARN, IamRules.TAGS)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED, IamService.INVALID_INPUT)
            .example(() ->
                TagPolicyRequest.builder()
                    .policyArn("arn:aws:iam::111122223333:policy/Reader")
                    .tags(Tag.builder().key("Team").value("Web").build())
                    .build())
            .build();
  }

  @Override
  public Declaration<TagPolicyRequest, TagPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public TagPolicyResponse handle(Authorized<TagPolicyRequest> call) {
    identity.managedPolicies().tag(call.account(), call.input().policyArn(), IamModels.fromTags(call.input().tags()));
    return TagPolicyResponse.builder().build();
  }
}
