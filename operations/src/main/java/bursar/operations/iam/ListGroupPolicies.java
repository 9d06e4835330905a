package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.domain.identity.PageRequest;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesResponse;

/** Lists the names of the inline policies of a group. Source: IAM API reference, ListGroupPolicies. */
public final class ListGroupPolicies implements Operation<ListGroupPoliciesRequest, ListGroupPoliciesResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<ListGroupPoliciesRequest, ListGroupPoliciesResponse> declaration;

  /** The operation over the rules of identities. */
  public ListGroupPolicies(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("ListGroupPolicies", ListGroupPoliciesRequest.class, ListGroupPoliciesResponse.class, AccessLevel.LIST)
            .summary("Lists the names of the inline policies of a group.")
            .resource((caller, input) -> targets.groupArn(caller, input.groupName()))
            .rules(IamRules.GROUP_NAME, IamRules.MAX_ITEMS, IamRules.MARKER)
            .errors(IamService.NO_SUCH_ENTITY)
            .example(() -> ListGroupPoliciesRequest.builder().groupName("Admins").build())
            .build();
  }

  @Override
  public Declaration<ListGroupPoliciesRequest, ListGroupPoliciesResponse> declaration() {
    return declaration;
  }

  @Override
  public ListGroupPoliciesResponse handle(Authorized<ListGroupPoliciesRequest> call) {
    var input = call.input();
    var holder = targets.groupHolder(call.account(), input.groupName());
    var names = identity.inlinePolicies().names(holder);
    var page = PageRequest.of(input.maxItems(), input.marker()).pageOfAll(names, name -> name);
    return ListGroupPoliciesResponse.builder()
        .policyNames(page.items())
        .isTruncated(page.next() != null)
        .marker(page.next())
        .build();
  }
}
