package bursar.operations.iam;

import bursar.domain.identity.Arns;
import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupResponse;

/** Makes a group. Source: IAM API reference, CreateGroup. */
public final class CreateGroup implements Operation<CreateGroupRequest, CreateGroupResponse> {
  private final Identity identity;
  private final Declaration<CreateGroupRequest, CreateGroupResponse> declaration;

  /** The operation over the rules of identities. */
  public CreateGroup(Identity identity) {
    this.identity = identity;
    declaration =
        IamService.declare("CreateGroup", CreateGroupRequest.class, CreateGroupResponse.class, AccessLevel.WRITE)
            .summary("Makes a group.")
            .resource((caller, input) ->
                Arns.of(caller.account(), "group", input.path() == null ? "/" : input.path(), input.groupName()))
            .rules(IamRules.GROUP_NAME, IamRules.PATH)
            .errors(IamService.ENTITY_ALREADY_EXISTS, IamService.LIMIT_EXCEEDED, IamService.NO_SUCH_ENTITY)
            .example(() -> CreateGroupRequest.builder().groupName("Admins").build())
            .build();
  }

  @Override
  public Declaration<CreateGroupRequest, CreateGroupResponse> declaration() {
    return declaration;
  }

  @Override
  public CreateGroupResponse handle(Authorized<CreateGroupRequest> call) {
    var input = call.input();
    var group = identity.groups().create(call.account(), input.groupName(), input.path());
    return CreateGroupResponse.builder().group(IamModels.group(group)).build();
  }
}
