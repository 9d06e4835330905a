package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileResponse;

/** Gives an IAM user a password for the console. Source: IAM API reference, CreateLoginProfile. */
public final class CreateLoginProfile implements Operation<CreateLoginProfileRequest, CreateLoginProfileResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<CreateLoginProfileRequest, CreateLoginProfileResponse> declaration;

  /** The operation over the rules of identities. */
  public CreateLoginProfile(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("CreateLoginProfile", CreateLoginProfileRequest.class, CreateLoginProfileResponse.class, AccessLevel.WRITE)
            .summary("Gives an IAM user a password for the console.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.OWN_USER_NAME, IamRules.PASSWORD)
            .errors(
                IamService.NO_SUCH_ENTITY, IamService.ENTITY_ALREADY_EXISTS, IamService.PASSWORD_POLICY_VIOLATION,
                IamService.LIMIT_EXCEEDED)
            .secrets("Password")
            .example(() -> CreateLoginProfileRequest.builder().userName("Anna").password("Example-pass-1").build())
            .build();
  }

  @Override
  public Declaration<CreateLoginProfileRequest, CreateLoginProfileResponse> declaration() {
    return declaration;
  }

  @Override
  public void prepare(Authorized<CreateLoginProfileRequest> call) {
    identity.loginProfiles().prepare(call.input().password());
  }

  @Override
  public CreateLoginProfileResponse handle(Authorized<CreateLoginProfileRequest> call) {
    var input = call.input();
    var user = targets.userNotRoot(call.caller(), input.userName());
    boolean resetRequired = Boolean.TRUE.equals(input.passwordResetRequired());
    var profile = identity.loginProfiles().create(call.account(), user.name(), input.password(), resetRequired);
    return CreateLoginProfileResponse.builder().loginProfile(IamModels.loginProfile(user.name(), profile)).build();
  }
}
