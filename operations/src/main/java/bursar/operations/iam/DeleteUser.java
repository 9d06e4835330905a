package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;

/** Deletes an IAM user that nothing hangs on any more. Source: IAM API reference, DeleteUser. */
public final class DeleteUser implements Operation<DeleteUserRequest, DeleteUserResponse> {
  private final Identity identity;
  private final Declaration<DeleteUserRequest, DeleteUserResponse> declaration;

  /** The operation over the rules of identities. */
  public DeleteUser(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("DeleteUser", DeleteUserRequest.class, DeleteUserResponse.class, AccessLevel.WRITE)
            .summary("Deletes an IAM user that nothing hangs on any more.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.USER_NAME)
            .errors(IamService.NO_SUCH_ENTITY, IamService.DELETE_CONFLICT, IamService.LIMIT_EXCEEDED)
            .example(() -> DeleteUserRequest.builder().userName("Anna").build())
            .build();
  }

  @Override
  public Declaration<DeleteUserRequest, DeleteUserResponse> declaration() {
    return declaration;
  }

  @Override
  public DeleteUserResponse handle(Authorized<DeleteUserRequest> call) {
    identity.users().delete(call.account(), call.input().userName());
    return DeleteUserResponse.builder().build();
  }
}
