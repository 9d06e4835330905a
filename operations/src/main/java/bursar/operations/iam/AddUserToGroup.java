package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupResponse;

/** Puts an IAM user into a group. Source: IAM API reference, AddUserToGroup. */
public final class AddUserToGroup implements Operation<AddUserToGroupRequest, AddUserToGroupResponse> {
  private final Identity identity;
  private final Declaration<AddUserToGroupRequest, AddUserToGroupResponse> declaration;

  /** The operation over the rules of identities. */
  public AddUserToGroup(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("AddUserToGroup", AddUserToGroupRequest.class, AddUserToGroupResponse.class, AccessLevel.WRITE)
            .summary("Puts an IAM user into a group.")
            .resource((caller, input) -> targets.groupArn(caller, input.groupName()))
            .rules(IamRules.GROUP_NAME, IamRules.USER_NAME)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED)
            .example(() -> AddUserToGroupRequest.builder().groupName("Admins").userName("Anna").build())
            .build();
  }

  @Override
  public Declaration<AddUserToGroupRequest, AddUserToGroupResponse> declaration() {
    return declaration;
  }

  @Override
  public AddUserToGroupResponse handle(Authorized<AddUserToGroupRequest> call) {
    identity.groups().addMember(call.account(), call.input().groupName(), call.input().userName());
    return AddUserToGroupResponse.builder().build();
  }
}
