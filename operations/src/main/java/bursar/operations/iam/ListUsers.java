package bursar.operations.iam;

import bursar.domain.identity.Arns;
import bursar.domain.identity.Identity;
import bursar.domain.identity.PageRequest;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;

/** Lists the IAM users of the account. Source: IAM API reference, ListUsers. */
public final class ListUsers implements Operation<ListUsersRequest, ListUsersResponse> {
  private final Identity identity;
  private final Declaration<ListUsersRequest, ListUsersResponse> declaration;

  /** The operation over the rules of identities. */
  public ListUsers(Identity identity) {
    this.identity = identity;
    declaration =
        IamService.declare("ListUsers", ListUsersRequest.class, ListUsersResponse.class, AccessLevel.LIST)
            .summary("Lists the IAM users of the account.")
            .resource((caller, input) ->
                Arns.of(caller.account(), "user", input.pathPrefix() == null ? "/" : input.pathPrefix(), ""))
            .rules(IamRules.PATH_PREFIX, IamRules.MAX_ITEMS, IamRules.MARKER)
            .example(() -> ListUsersRequest.builder().build())
            .build();
  }

  @Override
  public Declaration<ListUsersRequest, ListUsersResponse> declaration() {
    return declaration;
  }

  @Override
  public ListUsersResponse handle(Authorized<ListUsersRequest> call) {
    var input = call.input();
    var page = identity.users().list(call.account(), input.pathPrefix(), PageRequest.of(input.maxItems(), input.marker()));
    return ListUsersResponse.builder()
        .users(page.items().stream().map(IamModels::user).toList())
        .isTruncated(page.next() != null)
        .marker(page.next())
        .build();
  }
}
