package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.accounts.SignUpPolicy;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Concerns;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.operations.gate.Caller;
import org.jspecify.annotations.Nullable;

/** Creates an account and its owner, as far as this installation lets visitors do so. */
public final class SignUp implements Operation<SignUp.Request, SignUp.Answer> {
  private static final Declaration<Request, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "SignUp", Request.class, Answer.class)
          .summary("Creates an account and its owner, the root user.")
          .exempt(Exemption.UNSIGNED, AccessLevel.WRITE)
          .rules(MemberRule.required("Email").range(6, 64), MemberRule.required("Password").range(1, 128),
              MemberRule.required("AccountName").range(1, 50), MemberRule.optional("SetupCode").range(1, 128))
          .errors(BursarService.ALREADY_EXISTS, BursarService.PASSWORD_POLICY)
          .secrets("Password", "SetupCode")
          .example(() -> new Request("owner@example.com", "Corr3ct horse", "Example", null))
          .build();

  private final Accounts accounts;
  private final SignUpPolicy policy;
  private final SetupProof proof;
  private final SignUpLimit limit = new SignUpLimit();

  /**
   * Sign-up under a policy. Where it is open, one address may ask for {@value SignUpLimit#PER_HOUR} accounts an hour; the server's own
   * machine for any number.
   *
   * @param proof decides whether whoever claims the first account may
   */
  public SignUp(Accounts accounts, SignUpPolicy policy, SetupProof proof) {
    this.accounts = accounts;
    this.policy = policy;
    this.proof = proof;
  }

  /** Decides whether a visitor may claim the first account of an installation. */
  @FunctionalInterface
  public interface SetupProof {
    /**
     * Whether the call comes from the server's own machine, or brings the code that the server printed at its start.
     *
     * @param setupCode the code the visitor typed; null for none
     */
    boolean holds(Caller caller, @Nullable String setupCode);
  }

  /**
   * What the visitor typed.
   *
   * @param email the owner's address
   * @param password the owner's password
   * @param accountName 1 to 50 printable ASCII characters
   * @param setupCode the code printed at the server's start; only for the first account, and only from another machine
   */
  public record Request(String email, String password, String accountName, @Nullable String setupCode) {
    @Override
    public String toString() {
      return "Request[email=" + email + ", accountName=" + accountName + "]";
    }
  }

  /** The new account. */
  public record Answer(String accountId) implements Concerns {
    @Override
    public AccountId concernedAccount() {
      return new AccountId(accountId);
    }
  }

  @Override
  public Declaration<Request, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public void prepare(Authorized<Request> call) {
    refuseUnproven(call);
    if (policy == SignUpPolicy.OPEN && !proof.holds(call.caller(), null)) {
      limit.count(call.caller().sourceIp(), call.caller().at());
    }
    accounts.prepareSignUp(policy, call.input().password());
  }

  @Override
  public Answer handle(Authorized<Request> call) {
    Request asked = call.input();
    refuseUnproven(call);
    return new Answer(accounts.signUp(policy, asked.email(), asked.password(), asked.accountName()).id().digits());
  }

  private void refuseUnproven(Authorized<Request> call) {
    if (policy == SignUpPolicy.FIRST_ACCOUNT && !proof.holds(call.caller(), call.input().setupCode())) {
      throw new Failure("AccessDenied", "The first account of this installation is claimed from the server's own machine, or with the set-up"
          + " code that the server printed when it started. Later accounts are created by the operator.");
    }
  }
}
