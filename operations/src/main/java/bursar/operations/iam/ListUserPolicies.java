package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.domain.identity.PageRequest;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesResponse;

/** Lists the names of the inline policies of an IAM user. Source: IAM API reference, ListUserPolicies. */
public final class ListUserPolicies implements Operation<ListUserPoliciesRequest, ListUserPoliciesResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<ListUserPoliciesRequest, ListUserPoliciesResponse> declaration;

  /** The operation over the rules of identities. */
  public ListUserPolicies(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("ListUserPolicies", ListUserPoliciesRequest.class, ListUserPoliciesResponse.class, AccessLevel.LIST)
            .summary("Lists the names of the inline policies of an IAM user.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.USER_NAME, IamRules.MAX_ITEMS, IamRules.MARKER)
            .errors(IamService.NO_SUCH_ENTITY)
            .example(() -> ListUserPoliciesRequest.builder().userName("Anna").build())
            .build();
  }

  @Override
  public Declaration<ListUserPoliciesRequest, ListUserPoliciesResponse> declaration() {
    return declaration;
  }

  @Override
  public ListUserPoliciesResponse handle(Authorized<ListUserPoliciesRequest> call) {
    var input = call.input();
    var holder = targets.userHolder(call.account(), input.userName());
    var names = identity.inlinePolicies().names(holder);
    var page = PageRequest.of(input.maxItems(), input.marker()).pageOfAll(names, name -> name);
    return ListUserPoliciesResponse.builder()
        .policyNames(page.items())
        .isTruncated(page.next() != null)
        .marker(page.next())
        .build();
  }
}
