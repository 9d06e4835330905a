package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupResponse;

/** Takes an IAM user out of a group. Source: IAM API reference, RemoveUserFromGroup. */
public final class RemoveUserFromGroup implements Operation<RemoveUserFromGroupRequest, RemoveUserFromGroupResponse> {
  private final Identity identity;
  private final Declaration<RemoveUserFromGroupRequest, RemoveUserFromGroupResponse> declaration;

  /** The operation over the rules of identities. */
  public RemoveUserFromGroup(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("RemoveUserFromGroup", RemoveUserFromGroupRequest.class, RemoveUserFromGroupResponse.class, AccessLevel.WRITE)
            .summary("Takes an IAM user out of a group.")
            .resource((caller, input) -> targets.groupArn(caller, input.groupName()))
            .rules(IamRules.GROUP_NAME, IamRules.USER_NAME)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED)
            .example(() -> RemoveUserFromGroupRequest.builder().groupName("Admins").userName("Anna").build())
            .build();
  }

  @Override
  public Declaration<RemoveUserFromGroupRequest, RemoveUserFromGroupResponse> declaration() {
    return declaration;
  }

  @Override
  public RemoveUserFromGroupResponse handle(Authorized<RemoveUserFromGroupRequest> call) {
    identity.groups().removeMember(call.account(), call.input().groupName(), call.input().userName());
    return RemoveUserFromGroupResponse.builder().build();
  }
}
