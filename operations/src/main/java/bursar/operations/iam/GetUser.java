package bursar.operations.iam;

import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.identity.Identity;
import bursar.domain.identity.User;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;

/** Tells about an IAM user, or about the caller. Source: IAM API reference, GetUser. */
public final class GetUser implements Operation<GetUserRequest, GetUserResponse> {
  private final Identity identity;
  private final Accounts accounts;
  private final IamTargets targets;
  private final Declaration<GetUserRequest, GetUserResponse> declaration;

  /** The operation over the rules of identities and accounts. */
  public GetUser(Identity identity, Accounts accounts) {
    this.identity = identity;
    this.accounts = accounts;
    this.targets = new IamTargets(identity);
    declaration =
        IamService.declare("GetUser", GetUserRequest.class, GetUserResponse.class, AccessLevel.READ)
            .summary("Tells about an IAM user, or about the caller.")
            .resource((caller, input) -> targets.userArn(caller, input.userName()))
            .conditionKeys((caller, input) -> targets.userTags(caller, input.userName()))
            .rules(IamRules.OWN_USER_NAME)
            .errors(IamService.NO_SUCH_ENTITY)
            .example(() -> GetUserRequest.builder().userName("Anna").build())
            .build();
  }

  @Override
  public Declaration<GetUserRequest, GetUserResponse> declaration() {
    return declaration;
  }

  @Override
  public GetUserResponse handle(Authorized<GetUserRequest> call) {
    User user = targets.user(call.caller(), call.input().userName());
    return GetUserResponse.builder().user(user == null ? root(call.account()) : IamModels.user(user, identity.users().tags(user))).build();
  }

  /** The root user has no name and no path. */
  private software.amazon.awssdk.services.iam.model.User root(AccountId id) {
    Account account = accounts.get(id);
    return software.amazon.awssdk.services.iam.model.User.builder()
        .userId(id.digits())
        .arn(account.rootArn())
        .createDate(account.created())
        .passwordLastUsed(accounts.rootPasswordLastUsed(id).orElse(null))
        .build();
  }
}
