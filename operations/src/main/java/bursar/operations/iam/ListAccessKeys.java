package bursar.operations.iam;

import bursar.domain.identity.AccessKey;
import bursar.domain.identity.Identity;
import bursar.domain.identity.PageRequest;
import bursar.domain.identity.User;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;

/** Lists the access keys of an IAM user, or of the caller. Source: IAM API reference, ListAccessKeys. */
public final class ListAccessKeys implements Operation<ListAccessKeysRequest, ListAccessKeysResponse> {
  private final Identity identity;
  private final IamTargets targets;
  private final Declaration<ListAccessKeysRequest, ListAccessKeysResponse> declaration;

  /** The operation over the rules of identities. */
  public ListAccessKeys(Identity identity) {
    this.identity = identity;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("ListAccessKeys", ListAccessKeysRequest.class, ListAccessKeysResponse.class, AccessLevel.LIST)
            .summary("Lists the access keys of an IAM user, or of the caller.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.OWN_USER_NAME, IamRules.MAX_ITEMS, IamRules.MARKER)
            .errors(IamService.NO_SUCH_ENTITY)
            .example(() -> ListAccessKeysRequest.builder().userName("Anna").build())
            .build();
  }

  @Override
  public Declaration<ListAccessKeysRequest, ListAccessKeysResponse> declaration() {
    return declaration;
  }

  @Override
  public ListAccessKeysResponse handle(Authorized<ListAccessKeysRequest> call) {
    var input = call.input();
    User user = targets.user(call.caller(), input.userName());
    String userName = user == null ? null : user.name();
    var keys = identity.accessKeys().list(call.account(), user);
    var page = PageRequest.of(input.maxItems(), input.marker()).pageOfAll(keys, AccessKey::id);
    return ListAccessKeysResponse.builder()
        .accessKeyMetadata(page.items().stream().map(key -> IamModels.accessKey(key, userName)).toList())
        .isTruncated(page.next() != null)
        .marker(page.next())
        .build();
  }
}
