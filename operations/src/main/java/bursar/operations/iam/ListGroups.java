package bursar.operations.iam;

import bursar.domain.identity.Arns;
import bursar.domain.identity.Identity;
import bursar.domain.identity.PageRequest;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.ListGroupsRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsResponse;

/** Lists the groups of the account. Source: IAM API reference, ListGroups. */
public final class ListGroups implements Operation<ListGroupsRequest, ListGroupsResponse> {
  private final Identity identity;
  private final Declaration<ListGroupsRequest, ListGroupsResponse> declaration;

  /** The operation over the rules of identities. */
  public ListGroups(Identity identity) {
    this.identity = identity;
    declaration =
        IamService.declare("ListGroups", ListGroupsRequest.class, ListGroupsResponse.class, AccessLevel.LIST)
            .summary("Lists the groups of the account.")
            .resource((caller, input) ->
                Arns.of(caller.account(), "group", input.pathPrefix() == null ? "/" : input.pathPrefix(), ""))
            .rules(IamRules.PATH_PREFIX, IamRules.MAX_ITEMS, IamRules.MARKER)
            .example(() -> ListGroupsRequest.builder().build())
            .build();
  }

  @Override
  public Declaration<ListGroupsRequest, ListGroupsResponse> declaration() {
    return declaration;
  }

  @Override
  public ListGroupsResponse handle(Authorized<ListGroupsRequest> call) {
    var input = call.input();
    var page = identity.groups().list(call.account(), input.pathPrefix(), PageRequest.of(input.maxItems(), input.marker()));
    return ListGroupsResponse.builder()
        .groups(page.items().stream().map(IamModels::group).toList())
        .isTruncated(page.next() != null)
        .marker(page.next())
        .build();
  }
}
