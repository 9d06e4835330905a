package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyResponse;

/** Deletes an access key. Source: IAM API reference, DeleteAccessKey. */
public final class DeleteAccessKey implements Operation<DeleteAccessKeyRequest, DeleteAccessKeyResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<DeleteAccessKeyRequest, DeleteAccessKeyResponse> declaration;

  /** The operation over the rules of identities. */
  public DeleteAccessKey(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("DeleteAccessKey", DeleteAccessKeyRequest.class, DeleteAccessKeyResponse.class, AccessLevel.WRITE)
            .summary("Deletes an access key.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.OWN_USER_NAME, IamRules.ACCESS_KEY_ID)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED)
            .example(() -> DeleteAccessKeyRequest.builder().userName("Anna").accessKeyId("AKIAEXAMPLEEXAMPLE22").build())
            .build();
  }

  @Override
  public Declaration<DeleteAccessKeyRequest, DeleteAccessKeyResponse> declaration() {
    return declaration;
  }

  @Override
  public DeleteAccessKeyResponse handle(Authorized<DeleteAccessKeyRequest> call) {
    var input = call.input();
    identity.accessKeys().delete(call.account(), targets.user(call.caller(), input.userName()), input.accessKeyId());
    return DeleteAccessKeyResponse.builder().build();
  }
}
