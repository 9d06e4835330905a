package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupResponse;

/** Deletes an empty group without policies. Source: IAM API reference, DeleteGroup. */
public final class DeleteGroup implements Operation<DeleteGroupRequest, DeleteGroupResponse> {
  private final Identity identity;
  private final Declaration<DeleteGroupRequest, DeleteGroupResponse> declaration;

  /** The operation over the rules of identities. */
  public DeleteGroup(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("DeleteGroup", DeleteGroupRequest.class, DeleteGroupResponse.class, AccessLevel.WRITE)
            .summary("Deletes an empty group without policies.")
            .resource((caller, input) -> targets.groupArn(caller, input.groupName()))
            .rules(IamRules.GROUP_NAME)
            .errors(IamService.NO_SUCH_ENTITY, IamService.DELETE_CONFLICT, IamService.LIMIT_EXCEEDED)
            .example(() -> DeleteGroupRequest.builder().groupName("Admins").build())
            .build();
  }

  @Override
  public Declaration<DeleteGroupRequest, DeleteGroupResponse> declaration() {
    return declaration;
  }

  @Override
  public DeleteGroupResponse handle(Authorized<DeleteGroupRequest> call) {
    identity.groups().delete(call.account(), call.input().groupName());
    return DeleteGroupResponse.builder().build();
  }
}
