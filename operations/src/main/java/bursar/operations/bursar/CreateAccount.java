package bursar.operations.bursar;

import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.identity.AccessKeys;
import bursar.domain.identity.NewAccessKey;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Concerns;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import org.jspecify.annotations.Nullable;

/** Creates an account for the operator of this server, whatever visitors may do, and on demand a root access key with it. */
public final class CreateAccount implements Operation<CreateAccount.Request, CreateAccount.Answer> {
  private static final Declaration<Request, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "CreateAccount", Request.class, Answer.class)
          .summary("Creates an account for the operator, with an access key of its root user where wanted.")
          .exempt(Exemption.OPERATOR_ONLY, AccessLevel.WRITE)
          .rules(MemberRule.required("Email").range(6, 64), MemberRule.required("Name").range(1, 50),
              MemberRule.required("Password").range(1, 128), MemberRule.optional("AccountId").matching("\\d{12}"))
          .errors(BursarService.ALREADY_EXISTS, BursarService.PASSWORD_POLICY)
          .secrets("Password", "SecretAccessKey")
          .example(() -> new Request("owner@example.com", "Example", "111122223333", "Corr3ct horse", false))
          .build();

  private final Accounts accounts;
  private final AccessKeys accessKeys;

  /** Over these rooms. */
  public CreateAccount(Accounts accounts, AccessKeys accessKeys) {
    this.accounts = accounts;
    this.accessKeys = accessKeys;
  }

  /**
   * What the operator wants.
   *
   * @param email the owner's address
   * @param name the account's name
   * @param accountId the wanted id; null for any free one
   * @param password the owner's password
   * @param withAccessKey whether to make an access key of the root user
   */
  public record Request(String email, String name, @Nullable String accountId, String password, @Nullable Boolean withAccessKey) {
    @Override
    public String toString() {
      return "Request[email=" + email + ", name=" + name + ", accountId=" + accountId + "]";
    }
  }

  /**
   * The new account.
   *
   * @param accountId its id
   * @param accessKeyId the root user's key; null unless one was wanted
   * @param secretAccessKey the key's secret, shown this once; null unless one was wanted
   */
  public record Answer(String accountId, @Nullable String accessKeyId, @Nullable String secretAccessKey) implements Concerns {
    @Override
    public AccountId concernedAccount() {
      return new AccountId(accountId);
    }

    @Override
    public String toString() {
      return "Answer[accountId=" + accountId + ", accessKeyId=" + accessKeyId + "]";
    }
  }

  @Override
  public Declaration<Request, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public void prepare(Authorized<Request> call) {
    accounts.prepareCreate(call.input().password());
  }

  @Override
  public Answer handle(Authorized<Request> call) {
    Request asked = call.input();
    String wanted = asked.accountId();
    Account account = accounts.create(wanted == null ? null : new AccountId(wanted), asked.email(), asked.password(), asked.name());
    if (!Boolean.TRUE.equals(asked.withAccessKey())) {
      return new Answer(account.id().digits(), null, null);
    }
    NewAccessKey key = accessKeys.create(account.id(), null);
    return new Answer(account.id().digits(), key.key().id(), key.secret());
  }
}
