package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.domain.identity.ManagedPolicy;
import bursar.domain.identity.PageRequest;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesResponse;

/** Lists the managed policies attached to an IAM user. Source: IAM API reference, ListAttachedUserPolicies. */
public final class ListAttachedUserPolicies implements Operation<ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse> declaration;

  /** The operation over the rules of identities. */
  public ListAttachedUserPolicies(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare(
                "ListAttachedUserPolicies", ListAttachedUserPoliciesRequest.class, ListAttachedUserPoliciesResponse.class, AccessLevel.LIST)
            .summary("Lists the managed policies attached to an IAM user.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.USER_NAME, IamRules.PATH_PREFIX, IamRules.MAX_ITEMS, IamRules.MARKER)
            .errors(IamService.NO_SUCH_ENTITY, IamService.INVALID_INPUT)
            .example(() -> ListAttachedUserPoliciesRequest.builder().userName("Anna").build())
            .build();
  }

  @Override
  public Declaration<ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse> declaration() {
    return declaration;
  }

  @Override
  public ListAttachedUserPoliciesResponse handle(Authorized<ListAttachedUserPoliciesRequest> call) {
    var input = call.input();
    var holder = targets.userHolder(call.account(), input.userName());
    String prefix = input.pathPrefix() == null ? "/" : input.pathPrefix();
    var policies = identity.attachments().attached(holder, prefix);
    var page = PageRequest.of(input.maxItems(), input.marker()).pageOfAll(policies, ManagedPolicy::arn);
    return ListAttachedUserPoliciesResponse.builder()
        .attachedPolicies(page.items().stream().map(IamModels::attached).toList())
        .isTruncated(page.next() != null)
        .marker(page.next())
        .build();
  }
}
