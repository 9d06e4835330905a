package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserResponse;

/** Gives an IAM user another name or path. Source: IAM API reference, UpdateUser. */
public final class UpdateUser implements Operation<UpdateUserRequest, UpdateUserResponse> {
  private final Identity identity;
  private final Declaration<UpdateUserRequest, UpdateUserResponse> declaration;

  /** The operation over the rules of identities. */
  public UpdateUser(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("UpdateUser", UpdateUserRequest.class, UpdateUserResponse.class, AccessLevel.WRITE)
            .summary("Gives an IAM user another name or path.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .becomes((caller, input) -> targets.userArnAfter(caller, input.userName(), input.newUserName(), input.newPath()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.USER_NAME, IamRules.NEW_USER_NAME, IamRules.NEW_PATH)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED, IamService.ENTITY_ALREADY_EXISTS)
            .example(() -> UpdateUserRequest.builder().userName("Anna").newUserName("Ann").build())
            .build();
  }

  @Override
  public Declaration<UpdateUserRequest, UpdateUserResponse> declaration() {
    return declaration;
  }

  @Override
  public UpdateUserResponse handle(Authorized<UpdateUserRequest> call) {
    var input = call.input();
    var unused = identity.users().update(call.account(), input.userName(), input.newUserName(), input.newPath());
    return UpdateUserResponse.builder().build();
  }
}
