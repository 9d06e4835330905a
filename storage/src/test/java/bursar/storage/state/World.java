package bursar.storage.state;

import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.accounts.PasswordHasher;
import bursar.domain.guardrails.Guardrails;
import bursar.domain.identity.Identity;
import bursar.domain.identity.IdentityStores;
import bursar.domain.identity.PolicyDocuments;
import bursar.domain.organizations.AccountCreations;
import bursar.domain.organizations.CostPreferences;
import bursar.domain.organizations.Handshakes;
import bursar.domain.organizations.Organizations;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.domain.signin.Attempts;
import bursar.domain.signin.Sessions;
import bursar.domain.signin.SignIn;
import bursar.domain.views.BillingViews;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.SQLDialect;

/** Every rule over one fresh database, with a clock that stands still until it is told to go on. */
final class World implements AutoCloseable {
  static final String PASSWORD = "Correct-horse-1";
  static final String ALLOW_ALL = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  final AtomicInteger passwordChecks = new AtomicInteger();
  final Database database;
  final InstantSource clock = () -> now;
  final JdbcAccountStore accountStore;
  final IdentityStores stores;
  final Sessions sessions;
  final Accounts accounts;
  final Guardrails guardrails;
  final Identity identity;
  final SignIn signIn;
  final JdbcOrganizationStore organizationStore;
  final Organizations organizations;
  final Handshakes handshakes;
  final AccountCreations accountCreations;
  final CostPreferences costPreferences;
  final BillingViews billingViews;

  World(SQLDialect dialect) {
    database = Databases.fresh(dialect);
    SecureRandom random = new SecureRandom();
    accountStore = new JdbcAccountStore(database);
    stores = JdbcIdentityStores.in(database);
    sessions = new Sessions(new JdbcSessionStore(database), database, random, clock, Sessions.Limits.DEFAULT);
    PasswordHasher hasher = new PlainHasher();
    accounts = new Accounts(accountStore, database, hasher, sessions, random, clock);
    AesSecretBox box = new AesSecretBox(new byte[32], random);
    guardrails =
        new Guardrails(new JdbcGuardrailStore(database), stores, accountStore, database, PermissionCatalogue.shipped(), clock);
    identity =
        Identity.over(stores, accountStore, database, hasher, box, PolicyDocuments.wellFormed(), sessions, guardrails, random, clock);
    Attempts attempts = new Attempts(new JdbcAttemptStore(database), database, clock);
    signIn = new SignIn(accountStore, stores.users(), hasher, sessions, attempts, database, clock);
    organizationStore = new JdbcOrganizationStore(database);
    organizations = new Organizations(organizationStore, accountStore, database, random, clock);
    handshakes =
        new Handshakes(organizations, organizationStore, new JdbcHandshakeStore(database), accountStore, database, random, clock);
    accountCreations =
        new AccountCreations(organizations, new JdbcAccountCreationStore(database), accounts, accountStore, database, random, clock);
    costPreferences = new CostPreferences(organizations, new JdbcMemberPreferencesStore(database), accountStore, database);
    billingViews = new BillingViews(new JdbcBillingViewStore(database), stores.tags(), organizations, database, clock);
  }

  /** Not a hash at all: quick, and good enough to tell passwords apart. */
  private final class PlainHasher implements PasswordHasher {
    @Override
    public String hash(String password) {
      return "plain:" + password;
    }

    @Override
    public boolean matches(String password, String hash) {
      passwordChecks.incrementAndGet();
      return hash.equals("plain:" + password);
    }
  }

  Account account(String email) {
    return accounts.create(null, email, PASSWORD, "Account of " + email);
  }

  AccountId newAccount() {
    return account("owner@example.com").id();
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void close() {
    database.close();
  }
}
