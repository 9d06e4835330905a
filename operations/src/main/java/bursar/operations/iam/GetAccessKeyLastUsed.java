package bursar.operations.iam;

import bursar.domain.Failure;
import bursar.domain.identity.AccessKey;
import bursar.domain.identity.Identity;
import bursar.domain.identity.User;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;

/** Tells when, for which service and in which region an access key last signed. Source: IAM API reference, GetAccessKeyLastUsed. */
public final class GetAccessKeyLastUsed implements Operation<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse> declaration;

  /** The operation over the rules of identities. */
  public GetAccessKeyLastUsed(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("GetAccessKeyLastUsed", GetAccessKeyLastUsedRequest.class, GetAccessKeyLastUsedResponse.class, AccessLevel.READ)
            .summary("Tells when, for which service and in which region an access key last signed.")
            .resource((caller, input) -> targets.keyOwnerArn(caller, input.accessKeyId()))
            .rules(IamRules.ACCESS_KEY_ID)
            .errors(IamService.NO_SUCH_ENTITY)
            .example(() -> GetAccessKeyLastUsedRequest.builder().accessKeyId("AKIAEXAMPLEEXAMPLE22").build())
            .build();
  }

  @Override
  public Declaration<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse> declaration() {
    return declaration;
  }

  @Override
  public GetAccessKeyLastUsedResponse handle(Authorized<GetAccessKeyLastUsedRequest> call) {
    String keyId = call.input().accessKeyId();
    AccessKey key = identity.accessKeys().find(keyId)
        .filter(one -> one.account().equals(call.account()))
        .orElseThrow(() -> new Failure("NoSuchEntity", "The Access Key with id " + keyId + " cannot be found."));
    AccessKey.Use use = key.lastUse();
    AccessKeyLastUsed.Builder lastUsed = AccessKeyLastUsed.builder().serviceName("N/A").region("N/A");
    if (use != null) {
      lastUsed.lastUsedDate(use.at()).serviceName(use.service()).region(use.region());
    }
    return GetAccessKeyLastUsedResponse.builder()
        .userName(targets.owner(key).map(User::name).orElse(null))
        .accessKeyLastUsed(lastUsed.build())
        .build();
  }
}
