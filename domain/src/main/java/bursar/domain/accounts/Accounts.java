package bursar.domain.accounts;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The rules of accounts: how they come to be, and what their owners may change about them. */
public final class Accounts {
  private static final long ID_MIN = 100_000_000_000L;
  private static final long ID_BOUND = 1_000_000_000_000L;
  private static final int ID_ATTEMPTS_MAX = 100;

  private final AccountStore store;
  private final Transactions transactions;
  private final PasswordHasher hasher;
  private final SessionEnding sessions;
  private final RandomGenerator random;
  private final InstantSource clock;

  /**
   * The rules over one store.
   *
   * @param random must be unpredictable where ids are to be so
   */
  public Accounts(
      AccountStore store,
      Transactions transactions,
      PasswordHasher hasher,
      SessionEnding sessions,
      RandomGenerator random,
      InstantSource clock) {
    this.store = store;
    this.transactions = transactions;
    this.hasher = hasher;
    this.sessions = sessions;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Creates an account for a visitor, as far as the policy lets visitors do so. Two visitors who race to be first: one wins.
   *
   * @throws Failure AccessDenied when the policy refuses, ValidationError, PasswordPolicyViolation, EntityAlreadyExists
   */
  public Account signUp(SignUpPolicy policy, String email, String password, String name) {
    refuseUnlessOpen(policy);
    check(email, password, name);
    String hash = hasher.hash(password);
    return transactions.inTransaction(() -> {
      refuseUnlessOpen(policy);
      return inserted(freeId(), email, hash, name);
    });
  }

  /** Does the slow work of {@link #signUp} ahead, unless the policy refuses anyhow. */
  public void prepareSignUp(SignUpPolicy policy, String password) {
    refuseUnlessOpen(policy);
    hasher.prepare(password);
  }

  /** Does the slow work of {@link #create} ahead. */
  public void prepareCreate(String password) {
    hasher.prepare(password);
  }

  /**
   * Creates an account for an operator, whatever the policy.
   *
   * @param id the wanted id, or null for a random one
   * @throws Failure ValidationError, PasswordPolicyViolation, EntityAlreadyExists
   */
  public Account create(@Nullable AccountId id, String email, String password, String name) {
    check(email, password, name);
    String hash = hasher.hash(password);
    return transactions.inTransaction(() -> {
      if (id != null && store.find(id).isPresent()) {
        throw new Failure("EntityAlreadyExists", "An account with the id " + id + " already exists.");
      }
      return inserted(id != null ? id : freeId(), email, hash, name);
    });
  }

  private void refuseUnlessOpen(SignUpPolicy policy) {
    boolean open = switch (policy) {
      case OPEN -> true;
      case FIRST_ACCOUNT -> store.isEmpty();
      case CLOSED -> false;
    };
    if (!open) {
      throw new Failure("AccessDenied", "Sign-up is closed here. Ask the operator of this installation to create an account for you.");
    }
  }

  private static void check(String email, String password, String name) {
    AccountRules.checkEmail(email);
    AccountRules.checkName(name);
    PasswordRules.check(password, name, email);
  }

  /**
   * Creates an account whose owner has no password, and so cannot sign in until an operator sets one: for members of an organization.
   *
   * @param billingAccess how its switch stands
   * @param by the ARN of who creates it
   * @throws Failure ValidationError, EntityAlreadyExists
   */
  public Account createWithoutPassword(String email, String name, BillingAccess.State billingAccess, String by) {
    AccountRules.checkEmail(email);
    AccountRules.checkName(name);
    return transactions.inTransaction(() -> {
      BillingAccess never = BillingAccess.NEVER_CHANGED;
      BillingAccess access = billingAccess == never.state()
          ? never
          : new BillingAccess(billingAccess, never.scope(), clock.instant().truncatedTo(ChronoUnit.SECONDS), by);
      return inserted(freeId(), email, null, name, access);
    });
  }

  private Account inserted(AccountId id, String email, String hash, String name) {
    return inserted(id, email, hash, name, BillingAccess.NEVER_CHANGED);
  }

  private Account inserted(AccountId id, String email, @Nullable String hash, String name, BillingAccess access) {
    if (store.findByEmail(email).isPresent()) {
      throw new Failure("EntityAlreadyExists", "An account with the e-mail address " + email + " already exists.");
    }
    Account account =
        new Account(id, name, email, null, clock.instant().truncatedTo(ChronoUnit.SECONDS), access, ActionSet.BOTH, 1);
    store.insert(account, hash);
    return account;
  }

  private AccountId freeId() {
    for (int attempt = 0; attempt < ID_ATTEMPTS_MAX; attempt++) {
      AccountId id = new AccountId(String.format(Locale.ROOT, "%012d", random.nextLong(ID_MIN, ID_BOUND)));
      if (store.find(id).isEmpty()) {
        return id;
      }
    }
    throw new IllegalStateException("No free account id was found in " + ID_ATTEMPTS_MAX + " attempts.");
  }

  /** The account, or a failure NoSuchEntity. */
  public Account get(AccountId id) {
    return store.find(id).orElseThrow(() -> new Failure("NoSuchEntity", "The account " + id + " cannot be found."));
  }

  /** The account with the id. */
  public Optional<Account> find(AccountId id) {
    return store.find(id);
  }

  /** When the owner last signed in with the password; empty for never. */
  public Optional<Instant> rootPasswordLastUsed(AccountId id) {
    return store.rootPasswordLastUsed(id);
  }

  /** Every account, by id. */
  public List<Account> list() {
    return store.list();
  }

  /** The account's version, 0 when it does not exist: what was read under another version is stale. */
  public long version(AccountId id) {
    return store.version(id);
  }

  /**
   * Turns the switch. That only the root user may is for the caller to make sure.
   *
   * @param scope null leaves the scope as it is
   * @param by the ARN of who turns it
   */
  public Account putBillingAccess(AccountId id, BillingAccess.State state, BillingAccess.@Nullable Scope scope, String by) {
    return transactions.inTransaction(() -> {
      BillingAccess before = get(id).billingAccess();
      store.updateBillingAccess(
          id,
          new BillingAccess(state, scope != null ? scope : before.scope(), clock.instant().truncatedTo(ChronoUnit.SECONDS), by));
      store.bumpVersion(id);
      return get(id);
    });
  }

  /** Chooses which vocabulary of billing permissions decides in the console. */
  public Account updateActionSet(AccountId id, ActionSet actionSet) {
    return transactions.inTransaction(() -> {
      store.updateActionSet(id, actionSet);
      store.bumpVersion(id);
      return get(id);
    });
  }

  /**
   * Gives the account its one alias; a new alias takes the place of the old one, as on AWS.
   *
   * @throws Failure EntityAlreadyExists when another account has it, ValidationError
   */
  public void createAlias(AccountId id, String alias) {
    AccountRules.checkAlias(alias);
    transactions.<Object>inTransaction(() -> {
      if (store.findByAlias(alias).isPresent()) {
        throw new Failure("EntityAlreadyExists", "The account alias " + alias + " already exists.");
      }
      store.updateAlias(id, alias);
      store.bumpVersion(id);
      return id;
    });
  }

  /**
   * Takes the alias away.
   *
   * @throws Failure NoSuchEntity when the account has another alias or none
   */
  public void deleteAlias(AccountId id, String alias) {
    transactions.<Object>inTransaction(() -> {
      if (!alias.equals(get(id).alias())) {
        throw new Failure("NoSuchEntity", "The account alias with name " + alias + " cannot be found.");
      }
      store.updateAlias(id, null);
      store.bumpVersion(id);
      return id;
    });
  }

  /** Replaces the root user's password and ends the root user's sessions; for an operator. */
  public void resetRootPassword(AccountId id, String password) {
    Account account = get(id);
    PasswordRules.check(password, account.name(), account.email());
    String hash = hasher.hash(password);
    transactions.<Object>inTransaction(() -> {
      store.updateRootPasswordHash(id, hash);
      sessions.endAll(id, null);
      store.bumpVersion(id);
      return id;
    });
  }
}
