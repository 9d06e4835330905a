package bursar.operations.iam;

import bursar.domain.Failure;
import bursar.domain.identity.Identity;
import bursar.domain.identity.User;
import bursar.domain.signin.PresentPassword;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.ChangePasswordRequest;
import software.amazon.awssdk.services.iam.model.ChangePasswordResponse;

/** Changes the password of the calling IAM user, and ends its sessions. Source: IAM API reference, ChangePassword. */
public final class ChangePassword implements Operation<ChangePasswordRequest, ChangePasswordResponse> {
  private final Identity identity;
  private final PresentPassword presentPassword;
  private final IamTargets targets;
  private final Declaration<ChangePasswordRequest, ChangePasswordResponse> declaration;

  /** The operation over the rules of identities, and of guessing passwords. */
  public ChangePassword(Identity identity, PresentPassword presentPassword) {
    this.identity = identity;
    this.presentPassword = presentPassword;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("ChangePassword", ChangePasswordRequest.class, ChangePasswordResponse.class, AccessLevel.WRITE)
            .summary("Changes the password of the calling IAM user, and ends its sessions.")
            .resource((caller, input) -> targets.userArn(caller, null))
            .conditionKeys((caller, input) -> targets.userTags(caller, null))
            .rules(IamRules.OLD_PASSWORD, IamRules.NEW_PASSWORD)
            .errors(
                IamService.NO_SUCH_ENTITY, IamService.INVALID_USER_TYPE, IamService.PASSWORD_POLICY_VIOLATION, IamService.LIMIT_EXCEEDED,
                IamService.TEMPORARILY_UNMODIFIABLE)
            .secrets("OldPassword", "NewPassword")
            .example(() -> ChangePasswordRequest.builder().oldPassword("Example-pass-1").newPassword("Example-pass-2").build())
            .build();
  }

  @Override
  public Declaration<ChangePasswordRequest, ChangePasswordResponse> declaration() {
    return declaration;
  }

  @Override
  public void prepare(Authorized<ChangePasswordRequest> call) {
    presentPassword.prove(user(call), call.input().oldPassword(), call.caller().sourceIp());
    identity.loginProfiles().prepare(call.input().newPassword());
  }

  @Override
  public ChangePasswordResponse handle(Authorized<ChangePasswordRequest> call) {
    identity.loginProfiles().changeOwn(user(call), call.input().oldPassword(), call.input().newPassword());
    return ChangePasswordResponse.builder().build();
  }

  private User user(Authorized<ChangePasswordRequest> call) {
    User user = targets.user(call.caller(), null);
    if (user == null) {
      throw new Failure("InvalidUserType", "Only IAM Users can change their own password");
    }
    return user;
  }
}
