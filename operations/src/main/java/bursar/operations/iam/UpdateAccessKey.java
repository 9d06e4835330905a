package bursar.operations.iam;

import bursar.domain.identity.AccessKey;
import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyResponse;

/** Lets an access key sign, or not. Source: IAM API reference, UpdateAccessKey. */
public final class UpdateAccessKey implements Operation<UpdateAccessKeyRequest, UpdateAccessKeyResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<UpdateAccessKeyRequest, UpdateAccessKeyResponse> declaration;

  /** The operation over the rules of identities. */
  public UpdateAccessKey(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("UpdateAccessKey", UpdateAccessKeyRequest.class, UpdateAccessKeyResponse.class, AccessLevel.WRITE)
            .summary("Lets an access key sign, or not.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.OWN_USER_NAME, IamRules.ACCESS_KEY_ID, IamRules.KEY_STATUS)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED, IamService.INVALID_INPUT)
            .example(() -> UpdateAccessKeyRequest.builder().userName("Anna").accessKeyId("AKIAEXAMPLEEXAMPLE22").status("Inactive").build())
            .build();
  }

  @Override
  public Declaration<UpdateAccessKeyRequest, UpdateAccessKeyResponse> declaration() {
    return declaration;
  }

  @Override
  public UpdateAccessKeyResponse handle(Authorized<UpdateAccessKeyRequest> call) {
    var input = call.input();
    AccessKey.Status status = input.statusAsString().equals("Active") ? AccessKey.Status.ACTIVE : AccessKey.Status.INACTIVE;
    identity.accessKeys().updateStatus(call.account(), targets.user(call.caller(), input.userName()), input.accessKeyId(), status);
    return UpdateAccessKeyResponse.builder().build();
  }
}
