package bursar.server.rooms;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.AccountStore;
import bursar.domain.accounts.Accounts;
import bursar.domain.audit.AuditStore;
import bursar.domain.categories.CategoryDefinition;
import bursar.domain.categories.CostCategories;
import bursar.domain.categories.CostTags;
import bursar.domain.categories.ManagedCosts;
import bursar.domain.categories.TagActivation;
import bursar.domain.categories.TagBackfill;
import bursar.domain.costs.BucketSources;
import bursar.domain.costs.CostImporter;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.CostUploads;
import bursar.domain.costs.CostSegmentStore;
import bursar.domain.exports.ExportDelivery;
import bursar.domain.exports.Exports;
import bursar.domain.guardrails.Guardrails;
import bursar.domain.identity.Identity;
import bursar.domain.identity.IdentityStores;
import bursar.domain.identity.PolicyDocuments;
import bursar.domain.organizations.AccountCreations;
import bursar.domain.organizations.CostPreferences;
import bursar.domain.organizations.Handshakes;
import bursar.domain.organizations.Organizations;
import bursar.domain.permissions.KnownPermissions;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.domain.signin.Attempts;
import bursar.domain.signin.PresentPassword;
import bursar.domain.signin.Sessions;
import bursar.domain.signin.SignIn;
import bursar.domain.views.BillingViews;
import bursar.operations.accessanalyzer.AccessAnalyzerOperations;
import bursar.operations.billing.BillingOperations;
import bursar.operations.billing.SharedViews;
import bursar.operations.bursar.AccountNames;
import bursar.operations.bursar.BackgroundImports;
import bursar.operations.bursar.BursarOperations;
import bursar.operations.bursar.SignUp;
import bursar.operations.bursar.GetCostCategorySplit;
import bursar.operations.ce.CostExplorerOperations;
import bursar.operations.cloudtrail.CloudTrailOperations;
import bursar.operations.cur.CurOperations;
import bursar.operations.dataexports.DataExportsOperations;
import bursar.operations.declaration.Operation;
import bursar.operations.declaration.OperationCatalogue;
import bursar.operations.exports.ExportAccess;
import bursar.operations.exports.ExportRuns;
import bursar.operations.gate.AccountFacts;
import bursar.operations.gate.Gate;
import bursar.operations.gate.Principal;
import bursar.operations.gate.PrincipalPolicies;
import bursar.operations.iam.IamOperations;
import bursar.operations.organizations.OrganizationsOperations;
import bursar.operations.sts.GetCallerIdentity;
import bursar.server.data.DataFolder;
import bursar.server.http.EveryRequest;
import bursar.server.http.SignInEndpoint;
import bursar.server.http.UploadEndpoint;
import bursar.server.pipeline.AuditTrail;
import bursar.server.pipeline.Authentication;
import bursar.server.pipeline.Invocation;
import bursar.server.pipeline.Pipeline;
import bursar.server.pipeline.SignInAudit;
import bursar.server.settings.CostKeeping;
import bursar.server.settings.ServerSettings;
import bursar.server.sources.BucketChecks;
import bursar.storage.buckets.S3CostBucket;
import bursar.storage.costs.CostData;
import bursar.storage.costs.DuckDbCosts;
import bursar.storage.costs.JdbcCostSegmentStore;
import bursar.storage.costs.TrinoCosts;
import bursar.storage.exports.DuckDbExportSheets;
import bursar.storage.state.AesSecretBox;
import bursar.storage.state.Database;
import bursar.storage.state.JdbcAccountCreationStore;
import bursar.storage.state.JdbcAccountStore;
import bursar.storage.state.JdbcAttemptStore;
import bursar.storage.state.JdbcAuditStore;
import bursar.storage.state.JdbcBillingViewStore;
import bursar.storage.state.JdbcBucketSourceStore;
import bursar.storage.state.JdbcCostUploadStore;
import bursar.storage.state.JdbcExportStore;
import bursar.storage.state.JdbcGuardrailStore;
import bursar.storage.state.JdbcHandshakeStore;
import bursar.storage.state.JdbcIdentityStores;
import bursar.storage.state.JdbcMemberPreferencesStore;
import bursar.storage.state.JdbcKeptRecords;
import bursar.storage.state.JdbcOrganizationStore;
import bursar.storage.state.JdbcSessionStore;
import bursar.wire.route.Router;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** All rooms of one server over one data folder, opened in the order of the house and closed in the opposite one. */
public final class Rooms implements AutoCloseable {
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final ServerSettings settings;
  private final DataFolder folder;
  private final Accounts accounts;
  private final Organizations organizations;
  private final OperationCatalogue catalogue;
  private final Invocation invocation;
  private final Pipeline pipeline;
  private final SignInEndpoint signInEndpoint;
  private final UploadEndpoint uploadEndpoint;
  private final BucketChecks bucketChecks;
  private final InstantSource clock;

  private Rooms(ServerSettings settings, DataFolder folder, SetupCode setupCode, InstantSource clock) {
    this.settings = settings;
    this.folder = folder;
    this.clock = clock;
    SecureRandom random = new SecureRandom();
    opened.push(folder);
    Database database = kept(database(settings, folder));
    AccountStore accountStore = new JdbcAccountStore(database);
    IdentityStores stores = JdbcIdentityStores.in(database);
    AuditStore auditStore = new JdbcAuditStore(database);
    Argon2Passwords passwords = new Argon2Passwords();
    Sessions sessions = new Sessions(new JdbcSessionStore(database), database, random, clock, Sessions.Limits.DEFAULT);
    accounts = new Accounts(accountStore, database, passwords, sessions, random, clock);
    Guardrails guardrails =
        new Guardrails(new JdbcGuardrailStore(database), stores, accountStore, database, PermissionCatalogue.shipped(), clock);
    Identity identity = Identity.over(stores, accountStore, database, passwords,
        new AesSecretBox(folder.secretsKey(), random), PolicyDocuments.wellFormed(), sessions, guardrails, random, clock);
    JdbcOrganizationStore organizationStore = new JdbcOrganizationStore(database);
    organizations = new Organizations(organizationStore, accountStore, database, random, clock);
    CostPreferences preferences = new CostPreferences(organizations, new JdbcMemberPreferencesStore(database), accountStore, database);
    JdbcCostSegmentStore segments = new JdbcCostSegmentStore(database);
    CostData costs = kept(costs(settings, folder, segments, clock));
    CostCategories categories =
        new CostCategories(new JdbcKeptRecords<>(database, "cost-category", CategoryDefinition.class), organizations, clock);
    CostTags tags = new CostTags(new JdbcKeptRecords<>(database, "cost-tag", TagActivation.class),
        new JdbcKeptRecords<>(database, "cost-tag-backfill", TagBackfill.class), clock);
    CostStore managed = new ManagedCosts(costs.store(), categories, tags);

    PrincipalPolicies policies = new PrincipalPolicies(identity.attachments());
    BillingViews views = new BillingViews(new JdbcBillingViewStore(database), stores.tags(), organizations, database, clock);
    Gate gate = new Gate(new AccountFacts(accounts, organizations, preferences, policies, categories::seenByPolicies), new SharedViews(views));
    ExportRuns exports = kept(new ExportRuns(new Exports(new JdbcExportStore(database), settings.exports(), database, clock),
        new ExportDelivery(costs.store(), new DuckDbExportSheets(folder.costs().resolve("exports"))), new ExportAccess(gate, identity.users()),
        database, clock));
    CostImporter importer = exports.refreshing(costs.importer());
    BackgroundImports imports = kept(new BackgroundImports(importer));
    CostUploads uploads = new CostUploads(new JdbcCostUploadStore(database), database, random, clock);
    BucketSources sources = new BucketSources(new JdbcBucketSourceStore(database), database, new AesSecretBox(folder.secretsKey(), random),
        settings.costInput().bucketEndpoints(), clock);
    bucketChecks = kept(new BucketChecks(sources, (source, secret) -> new S3CostBucket(source, secret, S3CostBucket.Patience.USUAL),
        importer, imports, folder.fetched()));
    uploadEndpoint = new UploadEndpoint(uploads, imports, folder.uploads(), settings.costInput().uploadBytesMax());
    AuditTrail trail = kept(new AuditTrail(auditStore, database, clock));
    invocation = new Invocation(gate, database, trail, passwords::forgetPrepared);

    List<Operation<?, ?>> operations = new ArrayList<>();
    Attempts attempts = new Attempts(new JdbcAttemptStore(database), database, clock);
    operations.addAll(IamOperations.all(identity, accounts, new PresentPassword(stores.users(), passwords, attempts),
        organizations));
    operations.add(new GetCallerIdentity());
    operations.addAll(CostExplorerOperations.all(managed, new AccountNames(accounts, organizations)::nameOf));
    operations.addAll(CostExplorerOperations.managing(costs.store(), categories, tags));
    operations.add(new GetCostCategorySplit(managed, categories));
    operations.addAll(OrganizationsOperations.all(organizations,
        new Handshakes(organizations, organizationStore, new JdbcHandshakeStore(database), accountStore, database, random, clock),
        new AccountCreations(organizations, new JdbcAccountCreationStore(database), accounts, accountStore, database, random, clock),
        accounts));
    operations.addAll(BillingOperations.all(views));
    operations.addAll(AccessAnalyzerOperations.all(KnownPermissions.shipped()));
    operations.addAll(CloudTrailOperations.all(auditStore));
    operations.addAll(CurOperations.all(exports));
    operations.addAll(DataExportsOperations.all(exports));
    boolean direct = settings.trustedProxies().isEmpty();
    SignUp.SetupProof proof = (caller, typed) -> setupCode.proves(caller, typed, direct);
    operations.addAll(BursarOperations.all(
        new BursarOperations.Rooms(accounts, organizations, preferences, views, identity, guardrails, gate, policies, costs.store(), segments,
            imports, uploads, settings.costInput().uploadBytesMax(), sources),
        settings.signUp(), proof, this::served));
    catalogue = new OperationCatalogue(operations);

    Authentication authentication =
        new Authentication(accounts, identity.accessKeys(), identity.users(), stores.users(), sessions, folder.operatorToken(), trail, clock);
    pipeline = new Pipeline(new Router(catalogue), authentication, invocation);
    SignIn signIn = new SignIn(accountStore, stores.users(), passwords, sessions, attempts, database, clock);
    signInEndpoint = new SignInEndpoint(signIn, sessions, new SignInAudit(trail, identity.users(), clock));
  }

  /**
   * Opens the rooms of a server. The folder must be held by this process; closing the rooms lets it go.
   *
   * @param setupCode proves a visitor who claims the first account
   * @param clock the time everything goes by
   */
  public static Rooms open(ServerSettings settings, DataFolder folder, SetupCode setupCode, InstantSource clock) {
    return new Rooms(settings, folder, setupCode, clock);
  }

  private static Database database(ServerSettings settings, DataFolder folder) {
    String url = settings.stateUrl();
    if (url == null) {
      if (Files.exists(folder.stateElsewhereFile())) {
        throw new Failure("ValidationException", "The state of " + folder.root() + " is in PostgreSQL. Start the server with --state, and run"
            + " commands while it runs. To begin anew with a state in the folder, remove " + folder.stateElsewhereFile().getFileName() + ".");
      }
      return Database.sqlite(folder.stateFile());
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new Failure("ValidationException", "--state takes a PostgreSQL address, jdbc:postgresql://host/database?user=name.");
    }
    String password = System.getenv("BURSAR_STATE_PASSWORD");
    Database database = Database.postgresql(url, userOf(url), password == null ? "" : password);
    folder.noteStateElsewhere();
    return database;
  }

  private static CostData costs(ServerSettings settings, DataFolder folder, CostSegmentStore segments, InstantSource clock) {
    CostKeeping keeping = settings.costKeeping();
    if (keeping.trinoUrl() == null || keeping.folder() == null || keeping.location() == null) {
      return DuckDbCosts.open(folder.costs(), segments, clock);
    }
    TrinoCosts.Cluster cluster =
        new TrinoCosts.Cluster(keeping.trinoUrl(), System.getenv("BURSAR_TRINO_PASSWORD"), keeping.folder(), keeping.location());
    return TrinoCosts.open(folder.costs(), cluster, segments, clock);
  }

  private static String userOf(String url) {
    int at = url.indexOf("user=");
    if (at < 0) {
      return "bursar";
    }
    int end = url.indexOf('&', at);
    return url.substring(at + 5, end < 0 ? url.length() : end);
  }

  private <T extends AutoCloseable> T kept(T room) {
    opened.push(room);
    return room;
  }

  private Collection<Operation<?, ?>> served() {
    return catalogue.all();
  }

  /** The servlet for the front door. */
  public EveryRequest everyRequest() {
    return new EveryRequest(settings, pipeline, signInEndpoint, uploadEndpoint);
  }

  /** Looks at buckets for new cost data; does so by itself only once it is begun. */
  public BucketChecks bucketChecks() {
    return bucketChecks;
  }

  /** The operator's way in, within this process. */
  public InProcessChannel operator() {
    return new InProcessChannel(catalogue, invocation, clock, new Principal.Operator());
  }

  /** Acts as the root user of an account, through the gate: for the demo, which plays the owner. */
  public InProcessChannel owner(AccountId account) {
    return new InProcessChannel(catalogue, invocation, clock, new Principal.Root(account));
  }

  /** The rules of accounts. */
  public Accounts accounts() {
    return accounts;
  }

  /** The rules of organizations. */
  public Organizations organizations() {
    return organizations;
  }

  /** Every operation served. */
  public OperationCatalogue catalogue() {
    return catalogue;
  }

  /** The data folder. */
  public DataFolder folder() {
    return folder;
  }

  @Override
  public void close() {
    RuntimeException first = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        RuntimeException failure = e instanceof RuntimeException already ? already : new IllegalStateException("closing a room", e);
        if (first == null) {
          first = failure;
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
