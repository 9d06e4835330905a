package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.domain.identity.PageRequest;
import bursar.domain.identity.Tag;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.ListUserTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsResponse;

/** Lists the tags of an IAM user. Source: IAM API reference, ListUserTags. */
public final class ListUserTags implements Operation<ListUserTagsRequest, ListUserTagsResponse> {
  private final Identity identity;
  private final Declaration<ListUserTagsRequest, ListUserTagsResponse> declaration;

  /** The operation over the rules of identities. */
  public ListUserTags(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("ListUserTags", ListUserTagsRequest.class, ListUserTagsResponse.class, AccessLevel.LIST)
            .summary("Lists the tags of an IAM user.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.USER_NAME, IamRules.MAX_ITEMS, IamRules.MARKER)
            .errors(IamService.NO_SUCH_ENTITY)
            .example(() -> ListUserTagsRequest.builder().userName("Anna").build())
            .build();
  }

  @Override
  public Declaration<ListUserTagsRequest, ListUserTagsResponse> declaration() {
    return declaration;
  }

  @Override
  public ListUserTagsResponse handle(Authorized<ListUserTagsRequest> call) {
    var input = call.input();
    var tags = identity.users().tags(call.account(), input.userName());
    var page = PageRequest.of(input.maxItems(), input.marker()).pageOfAll(tags, Tag::key);
    return ListUserTagsResponse.builder()
        .tags(IamModels.tags(page.items()))
        .isTruncated(page.next() != null)
        .marker(page.next())
        .build();
  }
}
