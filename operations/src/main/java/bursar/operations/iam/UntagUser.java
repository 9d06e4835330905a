package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagUserResponse;

/** Takes tags off an IAM user. Source: IAM API reference, UntagUser. */
public final class UntagUser implements Operation<UntagUserRequest, UntagUserResponse> {
  private final Identity identity;
  private final Declaration<UntagUserRequest, UntagUserResponse> declaration;

  /** The operation over the rules of identities. */
  public UntagUser(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("UntagUser", UntagUserRequest.class, UntagUserResponse.class, AccessLevel.TAGGING)
            .summary("Takes tags off an IAM user.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) ->
                IamTargets.both(targets.userTags(caller, input.userName()), Map.of("aws:TagKeys", input.tagKeys())))
            .rules(IamRules.USER_NAME, IamRules.TAG_KEYS)
            .errors(IamService.NO_SUCH_ENTITY, IamService.INVALID_INPUT)
            .example(() -> UntagUserRequest.builder().userName("Anna").tagKeys("Team").build())
            .build();
  }

  @Override
  public Declaration<UntagUserRequest, UntagUserResponse> declaration() {
    return declaration;
  }

  @Override
  public UntagUserResponse handle(Authorized<UntagUserRequest> call) {
    identity.users().untag(call.account(), call.input().userName(), call.input().tagKeys());
    return UntagUserResponse.builder().build();
  }
}
