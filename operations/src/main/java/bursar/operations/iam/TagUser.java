package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.TagUserResponse;

/** Sets tags on an IAM user. Source: IAM API reference, TagUser. */
public final class TagUser implements Operation<TagUserRequest, TagUserResponse> {
  private final Identity identity;
  private final Declaration<TagUserRequest, TagUserResponse> declaration;

  /** The operation over the rules of identities. */
  public TagUser(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("TagUser", TagUserRequest.class, TagUserResponse.class, AccessLevel.TAGGING)
            .summary("Sets tags on an IAM user.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) ->
                IamTargets.both(targets.userTags(caller, input.userName()), IamTargets.requestTags(input.tags())))
            .rules(IamRules.USER_NAME, IamRules.TAGS)
            .errors(IamService.NO_SUCH_ENTITY, IamService.LIMIT_EXCEEDED, IamService.INVALID_INPUT)
            .example(() -> TagUserRequest.builder().userName("Anna").tags(Tag.builder().key("Team").value("Web").build()).build())
            .build();
  }

  @Override
  public Declaration<TagUserRequest, TagUserResponse> declaration() {
    return declaration;
  }

  @Override
  public TagUserResponse handle(Authorized<TagUserRequest> call) {
    identity.users().tag(call.account(), call.input().userName(), IamModels.fromTags(call.input().tags()));
    return TagUserResponse.builder().build();
  }
}
