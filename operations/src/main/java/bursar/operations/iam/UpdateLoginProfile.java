package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileResponse;

/** Gives an IAM user another console password, and ends its sessions. Source: IAM API reference, UpdateLoginProfile. */
public final class UpdateLoginProfile implements Operation<UpdateLoginProfileRequest, UpdateLoginProfileResponse> {
  private final Identity identity;
  private final Declaration<UpdateLoginProfileRequest, UpdateLoginProfileResponse> declaration;

  /** The operation over the rules of identities. */
  public UpdateLoginProfile(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("UpdateLoginProfile", UpdateLoginProfileRequest.class, UpdateLoginProfileResponse.class, AccessLevel.WRITE)
            .summary("Gives an IAM user another console password, and ends its sessions.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.USER_NAME, IamRules.OWN_PASSWORD)
            .errors(IamService.NO_SUCH_ENTITY, IamService.PASSWORD_POLICY_VIOLATION, IamService.LIMIT_EXCEEDED)
            .secrets("Password")
            .example(() -> UpdateLoginProfileRequest.builder().userName("Anna").password("Example-pass-2").build())
            .build();
  }

  @Override
  public Declaration<UpdateLoginProfileRequest, UpdateLoginProfileResponse> declaration() {
    return declaration;
  }

  @Override
  public void prepare(Authorized<UpdateLoginProfileRequest> call) {
    String password = call.input().password();
    if (password != null) {
      identity.loginProfiles().prepare(password);
    }
  }

  @Override
  public UpdateLoginProfileResponse handle(Authorized<UpdateLoginProfileRequest> call) {
    var input = call.input();
    identity.loginProfiles().update(call.account(), input.userName(), input.password(), input.passwordResetRequired());
    return UpdateLoginProfileResponse.builder().build();
  }
}
