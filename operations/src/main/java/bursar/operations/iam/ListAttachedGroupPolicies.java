package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.domain.identity.ManagedPolicy;
import bursar.domain.identity.PageRequest;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesResponse;

/** Lists the managed policies attached to a group. Source: IAM API reference, ListAttachedGroupPolicies. */
public final class ListAttachedGroupPolicies implements Operation<ListAttachedGroupPoliciesRequest, ListAttachedGroupPoliciesResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<ListAttachedGroupPoliciesRequest, ListAttachedGroupPoliciesResponse> declaration;

  /** The operation over the rules of identities. */
  public ListAttachedGroupPolicies(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare(
                "ListAttachedGroupPolicies", ListAttachedGroupPoliciesRequest.class, ListAttachedGroupPoliciesResponse.class, AccessLevel.LIST)
            .summary("Lists the managed policies attached to a group.")
            .resource((caller, input) -> targets.groupArn(caller, input.groupName()))
            .rules(IamRules.GROUP_NAME, IamRules.PATH_PREFIX, IamRules.MAX_ITEMS, IamRules.MARKER)
            .errors(IamService.NO_SUCH_ENTITY, IamService.INVALID_INPUT)
            .example(() -> ListAttachedGroupPoliciesRequest.builder().groupName("Admins").build())
            .build();
  }

  @Override
  public Declaration<ListAttachedGroupPoliciesRequest, ListAttachedGroupPoliciesResponse> declaration() {
    return declaration;
  }

  @Override
  public ListAttachedGroupPoliciesResponse handle(Authorized<ListAttachedGroupPoliciesRequest> call) {
    var input = call.input();
    var holder = targets.groupHolder(call.account(), input.groupName());
    String prefix = input.pathPrefix() == null ? "/" : input.pathPrefix();
    var policies = identity.attachments().attached(holder, prefix);
    var page = PageRequest.of(input.maxItems(), input.marker()).pageOfAll(policies, ManagedPolicy::arn);
    return ListAttachedGroupPoliciesResponse.builder()
        .attachedPolicies(page.items().stream().map(IamModels::attached).toList())
        .isTruncated(page.next() != null)
        .marker(page.next())
        .build();
  }
}
