package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.domain.identity.PageRequest;
import bursar.domain.identity.Tag;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsResponse;

/** Lists the tags of a managed policy. Source: IAM API reference, ListPolicyTags. */
public final class ListPolicyTags implements Operation<ListPolicyTagsRequest, ListPolicyTagsResponse> {
  private final Identity identity;
  private final Declaration<ListPolicyTagsRequest, ListPolicyTagsResponse> declaration;

  /** The operation over the rules of identities. */
  public ListPolicyTags(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("ListPolicyTags", ListPolicyTagsRequest.class, ListPolicyTagsResponse.class, AccessLevel.LIST)
            .summary("Lists the tags of a managed policy.")
            .resource((caller, input) -> input.policyArn())
            .conditionKeys((caller, input) -> targets.policyTags(caller, input.policyArn()))
            .rules(IamRules.POLICY_ARN, IamRules.MAX_ITEMS, IamRules.MARKER)
            .errors(IamService.NO_SUCH_ENTITY, IamService.INVALID_INPUT)
            .example(() -> ListPolicyTagsRequest.builder().policyArn("arn:aws:iam::111122223333:policy/Reader").build())
            .build();
  }

  @Override
  public Declaration<ListPolicyTagsRequest, ListPolicyTagsResponse> declaration() {
    return declaration;
  }

  @Override
  public ListPolicyTagsResponse handle(Authorized<ListPolicyTagsRequest> call) {
    var input = call.input();
    var tags = identity.managedPolicies().tags(identity.managedPolicies().get(call.account(), input.policyArn()));
    var page = PageRequest.of(input.maxItems(), input.marker()).pageOfAll(tags, Tag::key);
    return ListPolicyTagsResponse.builder()
        .tags(IamModels.tags(page.items()))
        .isTruncated(page.next() != null)
        .marker(page.next())
        .build();
  }
}
