package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;

/** Tells whether an IAM user has a password for the console. Source: IAM API reference, GetLoginProfile. */
public final class GetLoginProfile implements Operation<GetLoginProfileRequest, GetLoginProfileResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<GetLoginProfileRequest, GetLoginProfileResponse> declaration;

  /** The operation over the rules of identities. */
  public GetLoginProfile(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("GetLoginProfile", GetLoginProfileRequest.class, GetLoginProfileResponse.class, AccessLevel.LIST)
            .summary("Tells whether an IAM user has a password for the console.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.OWN_USER_NAME)
            .errors(IamService.NO_SUCH_ENTITY)
            .example(() -> GetLoginProfileRequest.builder().userName("Anna").build())
            .build();
  }

  @Override
  public Declaration<GetLoginProfileRequest, GetLoginProfileResponse> declaration() {
    return declaration;
  }

  @Override
  public GetLoginProfileResponse handle(Authorized<GetLoginProfileRequest> call) {
    var user = targets.userNotRoot(call.caller(), call.input().userName());
    var profile = identity.loginProfiles().get(call.account(), user.name());
    return GetLoginProfileResponse.builder().loginProfile(IamModels.loginProfile(user.name(), profile)).build();
  }
}
