package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.domain.identity.PageRequest;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserResponse;

/** Lists the groups an IAM user is in. Source: IAM API reference, ListGroupsForUser. */
public final class ListGroupsForUser implements Operation<ListGroupsForUserRequest, ListGroupsForUserResponse> {
  private final Identity identity;
  private final Declaration<ListGroupsForUserRequest, ListGroupsForUserResponse> declaration;

  /** The operation over the rules of identities. */
  public ListGroupsForUser(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("ListGroupsForUser", ListGroupsForUserRequest.class, ListGroupsForUserResponse.class, AccessLevel.LIST)
            .summary("Lists the groups an IAM user is in.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.USER_NAME, IamRules.MAX_ITEMS, IamRules.MARKER)
            .errors(IamService.NO_SUCH_ENTITY)
            .example(() -> ListGroupsForUserRequest.builder().userName("Anna").build())
            .build();
  }

  @Override
  public Declaration<ListGroupsForUserRequest, ListGroupsForUserResponse> declaration() {
    return declaration;
  }

  @Override
  public ListGroupsForUserResponse handle(Authorized<ListGroupsForUserRequest> call) {
    var input = call.input();
    var page = identity.groups().groupsOf(call.account(), input.userName(), PageRequest.of(input.maxItems(), input.marker()));
    return ListGroupsForUserResponse.builder()
        .groups(page.items().stream().map(IamModels::group).toList())
        .isTruncated(page.next() != null)
        .marker(page.next())
        .build();
  }
}
