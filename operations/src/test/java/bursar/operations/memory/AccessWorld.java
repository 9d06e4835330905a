package bursar.operations.memory;

import bursar.domain.Transactions;
import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.accounts.PasswordHasher;
import bursar.domain.accounts.SignUpPolicy;
import bursar.domain.categories.CostCategories;
import bursar.domain.categories.CostTags;
import bursar.domain.categories.ManagedCosts;
import bursar.domain.costs.BucketSources;
import bursar.domain.costs.CostImporter;
import bursar.domain.costs.CostUploads;
import bursar.domain.exports.ExportDelivery;
import bursar.domain.exports.ExportDestinations;
import bursar.domain.exports.Exports;
import bursar.domain.guardrails.Guardrails;
import bursar.domain.identity.Identity;
import bursar.domain.identity.IdentityStores;
import bursar.domain.identity.PolicyDocuments;
import bursar.domain.identity.PolicyHolder;
import bursar.domain.identity.SecretBox;
import bursar.domain.identity.Tag;
import bursar.domain.identity.User;
import bursar.domain.organizations.AccountCreations;
import bursar.domain.organizations.CostPreferences;
import bursar.domain.organizations.Handshakes;
import bursar.domain.organizations.Organizations;
import bursar.domain.permissions.KnownPermissions;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.domain.views.BillingViews;
import bursar.domain.signin.Attempts;
import bursar.domain.signin.PresentPassword;
import bursar.operations.accessanalyzer.AccessAnalyzerOperations;
import bursar.operations.billing.BillingOperations;
import bursar.operations.billing.SharedViews;
import bursar.operations.bursar.AccountNames;
import bursar.operations.bursar.BackgroundImports;
import bursar.operations.bursar.BursarOperations;
import bursar.operations.bursar.GetCostCategorySplit;
import bursar.operations.bursar.Nothing;
import bursar.operations.bursar.PutBillingAccess;
import bursar.operations.ce.CostExplorerOperations;
import bursar.operations.cloudtrail.CloudTrailOperations;
import bursar.operations.cur.CurOperations;
import bursar.operations.dataexports.DataExportsOperations;
import bursar.operations.declaration.InputCheck;
import bursar.operations.declaration.Operation;
import bursar.operations.declaration.OperationCatalogue;
import bursar.operations.exports.ExportAccess;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.AccountFacts;
import bursar.operations.gate.Authorized;
import bursar.operations.gate.Caller;
import bursar.operations.gate.Gate;
import bursar.operations.gate.Principal;
import bursar.operations.gate.PrincipalPolicies;
import bursar.operations.iam.IamOperations;
import bursar.operations.organizations.OrganizationsOperations;
import bursar.operations.sts.GetCallerIdentity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A whole installation in memory, whose calls pass input check and gate as they do in the server. */
public final class AccessWorld implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  public final InMemoryAccountStore accountStore = new InMemoryAccountStore();
  public final InMemoryCosts costs = new InMemoryCosts();
  public final InMemoryAuditStore trail = new InMemoryAuditStore();
  public final InMemorySegments segments = new InMemorySegments();
  public final Accounts accounts;
  public final Identity identity;
  public final Organizations organizations;
  public final AccountFacts facts;
  public final Gate gate;
  public final BackgroundImports imports;
  public final OperationCatalogue catalogue;
  public final InMemoryExportStore exports = new InMemoryExportStore();
  public final ExportRuns runs;
  public final Account account;

  private final Transactions transactions = new Transactions() {
    @Override
    public <T> T inTransaction(Supplier<T> work) {
      return work.get();
    }
  };

  /** Holds any password as it is. */
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

  private static final class OpenBox implements SecretBox {
    @Override
    public byte[] seal(String secret, String context) {
      return secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String open(byte[] sealed, String context) {
      return new String(sealed, StandardCharsets.UTF_8);
    }
  }

  public AccessWorld() {
    this(SignUpPolicy.FIRST_ACCOUNT, (request, progress) -> {
      throw new IllegalStateException("no story imports");
    });
  }

  public AccessWorld(SignUpPolicy signUp, CostImporter importer) {
    SecureRandom random = new SecureRandom();
    InstantSource clock = InstantSource.fixed(NOW);
    accounts = new Accounts(accountStore, transactions, new PlainHasher(), (id, user) -> {}, random, clock);
    IdentityStores stores = new InMemoryIdentity().stores();
    Guardrails guardrails =
        new Guardrails(new InMemoryGuardrailStore(), stores, accountStore, transactions, PermissionCatalogue.shipped(), clock);
    identity = Identity.over(stores, accountStore, transactions, new PlainHasher(), new OpenBox(),
        PolicyDocuments.wellFormed(), (id, user) -> {}, guardrails, random, clock);
    InMemoryOrganizationStore organizationStore = new InMemoryOrganizationStore();
    organizations = new Organizations(organizationStore, accountStore, transactions, random, clock);
    Handshakes handshakes =
        new Handshakes(organizations, organizationStore, new InMemoryHandshakeStore(), accountStore, transactions, random, clock);
    AccountCreations creations =
        new AccountCreations(organizations, new InMemoryAccountCreationStore(), accounts, accountStore, transactions, random, clock);
    CostPreferences preferences = new CostPreferences(organizations, new InMemoryMemberPreferencesStore(), accountStore, transactions);
    PrincipalPolicies policies = new PrincipalPolicies(identity.attachments());
    CostCategories categories = new CostCategories(new InMemoryKeptRecords<>(), organizations, clock);
    CostTags tags = new CostTags(new InMemoryKeptRecords<>(), new InMemoryKeptRecords<>(), clock);
    ManagedCosts managed = new ManagedCosts(costs, categories, tags);
    facts = new AccountFacts(accounts, organizations, preferences, policies, categories::seenByPolicies);
    BillingViews views = new BillingViews(new InMemoryBillingViewStore(), stores.tags(), organizations, transactions, clock);
    gate = new Gate(facts, new SharedViews(views));
    imports = new BackgroundImports(importer);
    BursarOperations.Rooms rooms =
        new BursarOperations.Rooms(accounts, organizations, preferences, views, identity, guardrails, gate, policies, costs, segments,
            imports, new CostUploads(new InMemoryUploads(), transactions, random, clock), 1_000_000,
            new BucketSources(new InMemoryBucketSources(), transactions, new OpenBox(), List.of("https://s3.example.com"), clock));
    List<Operation<?, ?>> operations = new ArrayList<>(
        BursarOperations.all(rooms, signUp, (caller, code) -> "the code".equals(code), this::served));
    operations.addAll(CostExplorerOperations.all(managed, new AccountNames(accounts, organizations)::nameOf));
    operations.addAll(CostExplorerOperations.managing(costs, categories, tags));
    operations.add(new GetCostCategorySplit(managed, categories));
    operations.addAll(OrganizationsOperations.all(organizations, handshakes, creations, accounts));
    operations.addAll(BillingOperations.all(views));
    operations.addAll(AccessAnalyzerOperations.all(KnownPermissions.shipped()));
    operations.addAll(CloudTrailOperations.all(trail));
    PresentPassword presentPassword =
        new PresentPassword(stores.users(), new PlainHasher(), new Attempts(new InMemoryAttemptStore(), transactions, clock));
    operations.addAll(IamOperations.all(identity, accounts, presentPassword, organizations));
    operations.add(new GetCallerIdentity());
    runs = new ExportRuns(new Exports(exports, new ExportDestinations(Map.of("exports", Path.of("/nowhere"))), transactions, clock),
        new ExportDelivery(costs, new NoSheets()), new ExportAccess(gate, identity.users()), transactions, clock);
    operations.addAll(CurOperations.all(runs));
    operations.addAll(DataExportsOperations.all(runs));
    catalogue = new OperationCatalogue(operations);
    account = accounts.create(new AccountId("111122223333"), "owner@example.com", "Correct-horse-1", "Example");
  }

  private java.util.Collection<Operation<?, ?>> served() {
    return catalogue.all();
  }

  public Caller root() {
    return root(account.id());
  }

  public Caller root(AccountId id) {
    return caller(new Principal.Root(id), Caller.Surface.API);
  }

  public Caller operator() {
    return caller(new Principal.Operator(), Caller.Surface.API);
  }

  public Caller anonymous() {
    return caller(new Principal.Anonymous(), Caller.Surface.API);
  }

  public Caller program(String user) {
    return caller(principal(user), Caller.Surface.API);
  }

  public Caller browser(String user) {
    return caller(principal(user), Caller.Surface.CONSOLE);
  }

  private Principal principal(String name) {
    User user = identity.users().get(account.id(), name);
    return new Principal.IamUser(user.account(), user.name(), user.path(), user.id(),
        identity.users().tags(user).stream().collect(Collectors.toMap(Tag::key, Tag::value)));
  }

  private static Caller caller(Principal principal, Caller.Surface surface) {
    return new Caller(principal, surface, "127.0.0.1", "test", true, NOW, "request", null);
  }

  /** Makes a user with AWS managed policies. */
  public void user(String name, String... managedPolicies) {
    User user = identity.users().create(account.id(), name, null, List.of());
    for (String policy : managedPolicies) {
      identity.attachments().attach(new PolicyHolder.OfUser(user), "arn:aws:iam::aws:policy/" + policy);
    }
  }

  /** Gives a user an inline policy. */
  public void inline(String userName, String policyName, String document) {
    identity.inlinePolicies().put(new PolicyHolder.OfUser(identity.users().get(account.id(), userName)), policyName, document);
  }

  /** Turns the switch. */
  public void turn(String state, String scope) {
    call(root(), "bursar", "PutBillingAccess", new PutBillingAccess.Request(state, scope));
  }

  /** Makes a call without members. */
  public <O> O call(Caller caller, String service, String name) {
    return call(caller, service, name, new Nothing());
  }

  /** Makes a call. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <I, O> O call(Caller caller, String service, String name, I input) {
    Operation<I, O> operation = (Operation<I, O>) catalogue.find(service, name);
    InputCheck.check(operation.declaration(), input);
    Authorized<I> call = gate.authorize(caller, operation.declaration(), input);
    operation.prepare(call);
    O answer = operation.handle(call);
    operation.afterwards(call);
    return answer;
  }

  @Override
  public void close() {
    runs.close();
    imports.close();
  }
}
