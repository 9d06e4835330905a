package bursar.operations.iam;

import bursar.domain.accounts.Account;
import bursar.domain.accounts.Accounts;
import bursar.domain.accounts.PasswordHasher;
import bursar.domain.costs.RowFacts;
import bursar.domain.identity.ChangeGuard;
import bursar.domain.identity.Identity;
import bursar.domain.identity.PolicyDocuments;
import bursar.domain.identity.Tag;
import bursar.domain.identity.User;
import bursar.domain.organizations.Organizations;
import bursar.domain.signin.Attempts;
import bursar.domain.signin.PresentPassword;
import bursar.domain.signin.Sessions;
import bursar.operations.declaration.InputCheck;
import bursar.operations.declaration.Operation;
import bursar.operations.declaration.OperationCatalogue;
import bursar.operations.gate.AccessFacts;
import bursar.operations.gate.Caller;
import bursar.operations.gate.Gate;
import bursar.operations.gate.Principal;
import bursar.operations.sts.GetCallerIdentity;
import bursar.policy.AttachedPolicy;
import bursar.policy.PolicyReader;
import bursar.policy.PolicySet;
import bursar.storage.state.AesSecretBox;
import bursar.storage.state.Database;
import bursar.storage.state.JdbcAccountStore;
import bursar.storage.state.JdbcAttemptStore;
import bursar.storage.state.JdbcIdentityStores;
import bursar.storage.state.JdbcOrganizationStore;
import bursar.storage.state.JdbcSessionStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One account over a fresh SQLite database, and calls that pass input check, gate and transaction as they do in the server. */
final class IamWorld implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private Instant now = NOW;
  private final Database database;
  private final Gate gate = new Gate(AccessFacts.Source.of(this::facts, owner -> RowFacts.NONE));
  final Accounts accounts;
  final Identity identity;
  final Organizations organizations;
  final Account account;
  final OperationCatalogue catalogue;

  IamWorld(Path folder) {
    database = Database.sqlite(folder.resolve("state.sqlite"));
    SecureRandom random = new SecureRandom();
    InstantSource clock = () -> now;
    Sessions sessions = new Sessions(new JdbcSessionStore(database), database, random, clock, Sessions.Limits.DEFAULT);
    JdbcAccountStore accountStore = new JdbcAccountStore(database);
    PasswordHasher hasher = new PlainHasher();
    accounts = new Accounts(accountStore, database, hasher, sessions, random, clock);
    identity =
        Identity.over(
            JdbcIdentityStores.in(database),
            accountStore,
            database,
            hasher,
            new AesSecretBox(new byte[32], random),
            PolicyDocuments.wellFormed(),
            sessions,
            ChangeGuard.NONE,
            random,
            clock);
    account = accounts.create(null, "owner@example.com", "Correct-horse-1", "Example");
    organizations = new Organizations(new JdbcOrganizationStore(database), accountStore, database, random, clock);
    List<Operation<?, ?>> operations = new ArrayList<>(IamOperations.all(identity, accounts,
        new PresentPassword(JdbcIdentityStores.in(database).users(), hasher, new Attempts(new JdbcAttemptStore(database), database, clock)),
        organizations));
    operations.add(new GetCallerIdentity());
    catalogue = new OperationCatalogue(operations);
  }

  private static final class PlainHasher implements PasswordHasher {
    @Override
    public String hash(String password) {
      return "plain:" + password;
    }

    @Override
    public boolean matches(String password, String hash) {
      return hash.equals("plain:" + password);
    }
  }

  private AccessFacts facts(Principal.OfAccount principal) {
    Account now = accounts.get(principal.account());
    List<AttachedPolicy> policies = new ArrayList<>();
    if (principal instanceof Principal.IamUser user) {
      identity.attachments().policiesOf(user.account(), user.id()).forEach(policy ->
          policies.add(new AttachedPolicy(policy.name(), policy.arn(), policy.via(), PolicyReader.read(policy.document()))));
    }
    return new AccessFacts(now.billingAccess(), now.actionSet(), null, PolicySet.of(policies));
  }

  Caller root() {
    return caller(new Principal.Root(account.id()));
  }

  Caller user(String name) {
    User user = identity.users().get(account.id(), name);
    var tags = identity.users().tags(user).stream().collect(Collectors.toMap(Tag::key, Tag::value));
    return caller(new Principal.IamUser(user.account(), user.name(), user.path(), user.id(), tags));
  }

  private static Caller caller(Principal principal) {
    return new Caller(principal, Caller.Surface.API, "127.0.0.1", "test", true, NOW, "request", null);
  }

  /** Makes a call of the operation of that service and name. */
  <I, O> O call(Caller caller, String service, String name, I input, Class<O> answer) {
    @SuppressWarnings("unchecked")
    Operation<I, O> operation = (Operation<I, O>) catalogue.find(service, name);
    InputCheck.check(operation.declaration(), input);
    var authorized = gate.authorize(caller, operation.declaration(), input);
    if (operation.declaration().level().readOnly()) {
      return answer.cast(operation.handle(authorized));
    }
    operation.prepare(authorized);
    return database.inTransaction(() -> answer.cast(operation.handle(authorized)));
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void close() {
    database.close();
  }
}
