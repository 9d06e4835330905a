package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.domain.identity.NewAccessKey;
import bursar.domain.identity.User;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyResponse;

/** Makes an access key, for an IAM user or the caller. Source: IAM API reference, CreateAccessKey. */
public final class CreateAccessKey implements Operation<CreateAccessKeyRequest, CreateAccessKeyResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<CreateAccessKeyRequest, CreateAccessKeyResponse> declaration;

  /** The operation over the rules of identities. */
  public CreateAccessKey(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("CreateAccessKey", CreateAccessKeyRequest.class, CreateAccessKeyResponse.class, AccessLevel.WRITE)
            .summary("Makes an access key, for an IAM user or the caller.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.OWN_USER_NAME)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED)
            .secrets("SecretAccessKey")
            .example(() -> CreateAccessKeyRequest.builder().userName("Anna").build())
            .build();
  }

  @Override
  public Declaration<CreateAccessKeyRequest, CreateAccessKeyResponse> declaration() {
    return declaration;
  }

  @Override
  public CreateAccessKeyResponse handle(Authorized<CreateAccessKeyRequest> call) {
    User user = targets.user(call.caller(), call.input().userName());
    NewAccessKey made = identity.accessKeys().create(call.account(), user);
    return CreateAccessKeyResponse.builder()
        .accessKey(
            AccessKey.builder()
                .userName(user == null ? null : user.name())
                .accessKeyId(made.key().id())
                .status(IamModels.status(made.key().status()))
                .secretAccessKey(made.secret())
                .createDate(made.key().created())
                .build())
        .build();
  }
}
