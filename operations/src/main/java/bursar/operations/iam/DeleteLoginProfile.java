package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileResponse;

/** Takes the console password of an IAM user away, and ends its sessions. Source: IAM API reference, DeleteLoginProfile. */
public final class DeleteLoginProfile implements Operation<DeleteLoginProfileRequest, DeleteLoginProfileResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<DeleteLoginProfileRequest, DeleteLoginProfileResponse> declaration;

  /** The operation over the rules of identities. */
  public DeleteLoginProfile(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("DeleteLoginProfile", DeleteLoginProfileRequest.class, DeleteLoginProfileResponse.class, AccessLevel.WRITE)
            .summary("Takes the console password of an IAM user away, and ends its sessions.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.OWN_USER_NAME)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED)
            .example(() -> DeleteLoginProfileRequest.builder().userName("Anna").build())
            .build();
  }

  @Override
  public Declaration<DeleteLoginProfileRequest, DeleteLoginProfileResponse> declaration() {
    return declaration;
  }

  @Override
  public DeleteLoginProfileResponse handle(Authorized<DeleteLoginProfileRequest> call) {
    var user = targets.userNotRoot(call.caller(), call.input().userName());
    identity.loginProfiles().delete(call.account(), user.name());
    return DeleteLoginProfileResponse.builder().build();
  }
}
