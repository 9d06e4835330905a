package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.accounts.Account;
import bursar.domain.accounts.Accounts;
import bursar.domain.identity.LoginProfiles;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.operations.gate.Caller;
import bursar.operations.gate.Principal;
import org.jspecify.annotations.Nullable;

/** Who is signed in, and where. */
public final class GetSession implements Operation<Nothing, GetSession.Answer> {
  private static final Declaration<Nothing, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "GetSession", Nothing.class, Answer.class)
          .summary("Says which principal of which account is asking, and whether it must change its password first.")
          .exempt(Exemption.UNDENIABLE, AccessLevel.READ)
          .errors(BursarService.NO_SUCH_ENTITY)
          .example(Nothing::new)
          .build();

  private final Accounts accounts;
  private final LoginProfiles loginProfiles;

  /** Over these rooms. */
  public GetSession(Accounts accounts, LoginProfiles loginProfiles) {
    this.accounts = accounts;
    this.loginProfiles = loginProfiles;
  }

  /**
   * The session.
   *
   * @param accountId the account
   * @param accountName the account's name
   * @param accountAlias the account's alias; null when it has none
   * @param principalArn who is asking
   * @param principalType {@code Root} or {@code User}
   * @param userName the IAM user's name; null for the root user
   * @param email the root user's address; null for others
   * @param passwordResetRequired whether nothing but changing the password is of use
   */
  public record Answer(
      String accountId,
      String accountName,
      @Nullable String accountAlias,
      String principalArn,
      String principalType,
      @Nullable String userName,
      @Nullable String email,
      Boolean passwordResetRequired) {}

  @Override
  public Declaration<Nothing, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Nothing> call) {
    Account account = accounts.get(call.account());
    String arn = call.caller().principal().arn();
    return call.caller().principal() instanceof Principal.IamUser user
        ? new Answer(account.id().digits(), account.name(), account.alias(), arn, "User", user.name(), null, mustReset(call.caller(), user))
        : new Answer(account.id().digits(), account.name(), account.alias(), arn, "Root", null, account.email(), false);
  }

  private boolean mustReset(Caller caller, Principal.IamUser user) {
    if (caller.surface() != Caller.Surface.CONSOLE) {
      return false;
    }
    try {
      return loginProfiles.get(user.account(), user.name()).resetRequired();
    } catch (Failure noProfile) {
      return false;
    }
  }
}
