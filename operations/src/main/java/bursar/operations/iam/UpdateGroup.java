package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupResponse;

/** Gives a group another name or path. Source: IAM API reference, UpdateGroup. */
public final class UpdateGroup implements Operation<UpdateGroupRequest, UpdateGroupResponse> {
  private final Identity identity;
  private final Declaration<UpdateGroupRequest, UpdateGroupResponse> declaration;

  /** The operation over the rules of identities. */
  public UpdateGroup(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("UpdateGroup", UpdateGroupRequest.class, UpdateGroupResponse.class, AccessLevel.WRITE)
            .summary("Gives a group another name or path.")
            .resource((caller, input) -> targets.groupArn(caller, input.groupName()))
            .becomes((caller, input) -> targets.groupArnAfter(caller, input.groupName(), input.newGroupName(), input.newPath()))
            .rules(IamRules.GROUP_NAME, IamRules.NEW_GROUP_NAME, IamRules.NEW_PATH)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED, IamService.ENTITY_ALREADY_EXISTS)
            .example(() -> UpdateGroupRequest.builder().groupName("Admins").newGroupName("Owners").build())
            .build();
  }

  @Override
  public Declaration<UpdateGroupRequest, UpdateGroupResponse> declaration() {
    return declaration;
  }

  @Override
  public UpdateGroupResponse handle(Authorized<UpdateGroupRequest> call) {
    var input = call.input();
    var unused = identity.groups().update(call.account(), input.groupName(), input.newGroupName(), input.newPath());
    return UpdateGroupResponse.builder().build();
  }
}
