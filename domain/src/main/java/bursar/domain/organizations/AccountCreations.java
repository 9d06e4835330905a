package bursar.domain.organizations;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.AccountRules;
import bursar.domain.accounts.AccountStore;
import bursar.domain.accounts.Accounts;
import bursar.domain.accounts.BillingAccess;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The rules of accounts that a management account creates in its organization: their root user has no password, and their switch stands as
 * the creator wished. Source: AWS Organizations API reference, {@code CreateAccount}.
 */
public final class AccountCreations {
  private final Organizations organizations;
  private final AccountCreationStore store;
  private final Accounts accounts;
  private final AccountStore accountStore;
  private final Transactions transactions;
  private final OrganizationIds ids;
  private final InstantSource clock;

  /** The rules over those stores. */
  public AccountCreations(Organizations organizations, AccountCreationStore store, Accounts accounts, AccountStore accountStore,
      Transactions transactions, RandomGenerator random, InstantSource clock) {
    this.organizations = organizations;
    this.store = store;
    this.accounts = accounts;
    this.accountStore = accountStore;
    this.transactions = transactions;
    this.ids = new OrganizationIds(random);
    this.clock = clock;
  }

  /**
   * Creates an account as a member. An address that is taken or malformed gives a request that failed, as on AWS.
   *
   * @param management who creates
   * @param billingAccess whether IAM users and roles of the new account reach billing information
   * @param by the ARN of who asks
   * @throws Failure InvalidInputException for a malformed name, ConstraintViolationException when the organization is full
   */
  public AccountCreation create(AccountId management, String email, String name, BillingAccess.State billingAccess, String by) {
    try {
      AccountRules.checkName(name);
    } catch (Failure malformed) {
      throw new Failure("InvalidInputException", malformed.sentence(), "INVALID_PATTERN");
    }
    return transactions.inTransaction(() -> {
      Organization organization = organizations.managedBy(management);
      if (organizations.isFull(organization)) {
        throw new Failure("ConstraintViolationException", "An organization has at most " + Organizations.ACCOUNTS_MAX + " accounts.",
            "ACCOUNT_NUMBER_LIMIT_EXCEEDED");
      }
      AccountCreation creation = settled(organization, email, name, billingAccess, by);
      store.insert(creation);
      return creation;
    });
  }

  private AccountCreation settled(Organization organization, String email, String name, BillingAccess.State billingAccess, String by) {
    Instant now = clock.instant();
    AccountCreation.FailureReason failure = failure(email);
    if (failure != null) {
      return new AccountCreation(ids.accountCreation(), organization.id(), name, now, null, failure);
    }
    Account account = accounts.createWithoutPassword(email, name, billingAccess, by);
    var unused = organizations.admit(organization, account.id(), Membership.Method.CREATED);
    return new AccountCreation(ids.accountCreation(), organization.id(), name, now, account.id(), null);
  }

  private AccountCreation.@Nullable FailureReason failure(String email) {
    try {
      AccountRules.checkEmail(email);
    } catch (Failure malformed) {
      return AccountCreation.FailureReason.INVALID_EMAIL;
    }
    return accountStore.findByEmail(email).isPresent() ? AccountCreation.FailureReason.EMAIL_ALREADY_EXISTS : null;
  }

  /**
   * A request of the organization the account manages.
   *
   * @throws Failure CreateAccountStatusNotFoundException
   */
  public AccountCreation get(AccountId management, String id) {
    Organization organization = organizations.managedBy(management);
    return store.find(id).filter(creation -> creation.organization().equals(organization.id()))
        .orElseThrow(() -> new Failure("CreateAccountStatusNotFoundException", "There is no request " + id + " to create an account."));
  }

  /** The requests of the organization the account manages, by id. */
  public List<AccountCreation> list(AccountId management) {
    return store.ofOrganization(organizations.managedBy(management).id());
  }
}
