package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.domain.identity.PageRequest;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;

/** Tells about a group and the users in it. Source: IAM API reference, GetGroup. */
public final class GetGroup implements Operation<GetGroupRequest, GetGroupResponse> {
  private final Identity identity;
  private final Declaration<GetGroupRequest, GetGroupResponse> declaration;

  /** The operation over the rules of identities. */
  public GetGroup(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("GetGroup", GetGroupRequest.class, GetGroupResponse.class, AccessLevel.READ)
            .summary("Tells about a group and the users in it.")
            .resource((caller, input) -> targets.groupArn(caller, input.groupName()))
            .rules(IamRules.GROUP_NAME, IamRules.MAX_ITEMS, IamRules.MARKER)
            .errors(IamService.NO_SUCH_ENTITY)
            .example(() -> GetGroupRequest.builder().groupName("Admins").build())
            .build();
  }

  @Override
  public Declaration<GetGroupRequest, GetGroupResponse> declaration() {
    return declaration;
  }

  @Override
  public GetGroupResponse handle(Authorized<GetGroupRequest> call) {
    var input = call.input();
    var group = identity.groups().get(call.account(), input.groupName());
    var page = identity.groups().members(call.account(), input.groupName(), PageRequest.of(input.maxItems(), input.marker()));
    return GetGroupResponse.builder()
        .group(IamModels.group(group))
        .users(page.items().stream().map(IamModels::user).toList())
        .isTruncated(page.next() != null)
        .marker(page.next())
        .build();
  }
}
