package bursar.operations.iam;

import bursar.domain.identity.Arns;
import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;

/** Makes an IAM user. Source: IAM API reference, CreateUser. */
public final class CreateUser implements Operation<CreateUserRequest, CreateUserResponse> {
  private final Identity identity;
  private final Declaration<CreateUserRequest, CreateUserResponse> declaration;

  /** The operation over the rules of identities. */
  public CreateUser(Identity identity) {
    this.identity = identity;
    declaration =
        IamService.declare("CreateUser", CreateUserRequest.class, CreateUserResponse.class, AccessLevel.WRITE)
            .summary("Makes an IAM user.")
            .resource((caller, input) ->
                Arns.of(caller.account(), "user", input.path() == null ? "/" : input.path(), input.userName()))
            .conditionKeys((caller, input) -> IamTargets.requestTags(input.tags()))
            .rules(IamRules.USER_NAME_TO_MAKE, IamRules.PATH, IamRules.TAGS_TO_MAKE)
            .errors(IamService.ENTITY_ALREADY_EXISTS, IamService.LIMIT_EXCEEDED, IamService.NO_SUCH_ENTITY, IamService.INVALID_INPUT)
            .example(() -> CreateUserRequest.builder().userName("Anna").build())
            .build();
  }

  @Override
  public Declaration<CreateUserRequest, CreateUserResponse> declaration() {
    return declaration;
  }

  @Override
  public CreateUserResponse handle(Authorized<CreateUserRequest> call) {
    var input = call.input();
    var tags = IamModels.fromTags(input.tags());
    var user = identity.users().create(call.account(), input.userName(), input.path(), tags);
    return CreateUserResponse.builder().user(IamModels.user(user, tags)).build();
  }
}
