package bursar.domain.guardrails;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.AccountStore;
import bursar.domain.identity.CarriedPolicies;
import bursar.domain.identity.ChangeGuard;
import bursar.domain.identity.Group;
import bursar.domain.identity.IdentityPolicy;
import bursar.domain.identity.IdentityStores;
import bursar.domain.identity.Names;
import bursar.domain.identity.PageRequest;
import bursar.domain.identity.Tag;
import bursar.domain.identity.User;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.policy.AttachedPolicy;
import bursar.policy.PolicyReader;
import bursar.policy.prove.Access;
import bursar.policy.prove.Proof;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of guardrails. Every change of an account's identities asks all its guardrails about all its users: two short reads a user, and a
 * proof only for those whose policies or tags no earlier proof was about, since a proof depends on nothing else and is remembered.
 */
public final class Guardrails implements ChangeGuard {
  private static final int GUARDRAILS_MAX = 50;
  private static final int REMEMBERED_MAX = 20_000;
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");
  private static final Pattern ACTION = Pattern.compile("\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+");
  private static final Pattern RESOURCE = Pattern.compile("\\*|arn:[\\x21-\\x7E]{1,2044}");

  private final GuardrailStore store;
  private final IdentityStores identities;
  private final AccountStore accounts;
  private final Transactions transactions;
  private final InstantSource clock;
  private final PermissionCatalogue catalogue;
  private final CarriedPolicies carried;
  private final Reach reach;
  private final ConcurrentHashMap<Asked, Proof> remembered = new ConcurrentHashMap<>();

  /** All that a proof depends on; the subject by its digest, since policies are long and many are remembered. */
  private record Asked(Access access, String subject) {}

  /** All of a user that a proof depends on; where its policies say the same of everybody, of anybody. */
  private record Subject(String arn, String userId, Map<String, String> tags, List<IdentityPolicy> policies) {
    /** A text that no other subject has. */
    String digest() {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<String> parts = new ArrayList<>(List.of(arn, userId));
        new TreeMap<>(tags).forEach((key, value) -> parts.addAll(List.of(key, value)));
        parts.add(Integer.toString(tags.size()));
        policies.forEach(policy -> parts.addAll(List.of(policy.name(), String.valueOf(policy.arn()), policy.via(), policy.document())));
        for (String part : parts) {
          byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
          digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
          digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java runtime has SHA-256", e);
      }
    }
  }

  /** The rules over these stores. */
  public Guardrails(GuardrailStore store, IdentityStores identities, AccountStore accounts, Transactions transactions, PermissionCatalogue catalogue,
      InstantSource clock) {
    this.store = store;
    this.identities = identities;
    this.accounts = accounts;
    this.transactions = transactions;
    this.clock = clock;
    this.catalogue = catalogue;
    this.carried = new CarriedPolicies(identities.holdings());
    this.reach = Reach.whateverTheSettings(catalogue);
  }

  /** The guardrails of an account, by name. */
  public List<Guardrail> list(AccountId account) {
    return store.list(account);
  }

  /** What the account's guardrails say of its users as they are now, by name. */
  public List<Verdict> verdicts(AccountId account) {
    List<Guardrail> guardrails = store.list(account);
    Map<User, Subject> users = guardrails.isEmpty() ? Map.of() : users(account);
    return guardrails.stream().map(guardrail -> verdict(guardrail, users)).toList();
  }

  /**
   * Does the slow work of {@link #put} ahead, outside its transaction: the proofs are remembered.
   *
   * @throws Failure ValidationError
   */
  public void prepare(Guardrail wanted) {
    checkForm(wanted);
    var unused = verdict(wanted, users(wanted.account()));
  }

  /**
   * Keeps a guardrail, in place of one of the same name, if it holds.
   *
   * @param wanted what to keep; when it was created is noted here
   * @throws Failure ValidationError, NoSuchEntity for an exception that does not exist, LimitExceededException, and GuardrailBroken with the
   *     counterexample when it does not hold
   */
  public Guardrail put(Guardrail wanted) {
    checkForm(wanted);
    return transactions.inTransaction(() -> {
      checkExceptions(wanted);
      boolean fresh = store.list(wanted.account()).stream().noneMatch(other -> Names.key(other.name()).equals(Names.key(wanted.name())));
      if (fresh && store.list(wanted.account()).size() >= GUARDRAILS_MAX) {
        throw new Failure("LimitExceededException", "Cannot exceed quota for GuardrailsPerAccount: " + GUARDRAILS_MAX);
      }
      Guardrail kept = new Guardrail(wanted.account(), wanted.name(), wanted.description(), wanted.actions(), wanted.resourceArns(),
          wanted.exceptPrincipalArns(), wanted.exceptGroups(), clock.instant().truncatedTo(ChronoUnit.SECONDS), wanted.createdBy());
      String against = verdict(kept, users(kept.account())).reasonAgainst();
      if (against != null) {
        throw new Failure("GuardrailBroken", "Guardrail " + kept.name() + " does not hold: " + against
            + ". Change what allows it, or except the user or a group of it, then put the guardrail again.");
      }
      store.put(kept);
      accounts.bumpVersion(kept.account());
      return kept;
    });
  }

  /**
   * Forgets a guardrail.
   *
   * @throws Failure NoSuchEntity
   */
  public void delete(AccountId account, String name) {
    transactions.<Object>inTransaction(() -> {
      if (!store.delete(account, name)) {
        throw new Failure("NoSuchEntity", "The guardrail with name " + name + " cannot be found.");
      }
      accounts.bumpVersion(account);
      return account;
    });
  }

  @Override
  public void check(AccountId account) {
    store.list(account).forEach(this::refuseLostExceptions);
    for (Verdict verdict : verdicts(account)) {
      String against = verdict.reasonAgainst();
      if (against != null) {
        throw new Failure("AccessDenied", "Guardrail " + verdict.guardrail().name() + " of account " + account + " would be broken: " + against
            + ". Nothing was changed. Except the user from the guardrail first, or delete the guardrail, if this is meant to be.");
      }
    }
  }

  private Map<User, Subject> users(AccountId account) {
    Map<User, Subject> users = new LinkedHashMap<>();
    identities.users().list(account, "/", PageRequest.EVERYTHING).forEach(user -> users.put(user, subject(user)));
    return users;
  }

  private Verdict verdict(Guardrail guardrail, Map<User, Subject> users) {
    Access access = new Access(guardrail.actions(), guardrail.resourceArns());
    Set<String> excepted = exceptedUsers(guardrail);
    for (Map.Entry<User, Subject> entry : users.entrySet()) {
      User user = entry.getKey();
      if (excepted.contains(user.id()) || guardrail.exceptPrincipalArns().contains(user.arn())) {
        continue;
      }
      switch (proof(access, entry.getValue())) {
        case Proof.Proved _ -> {
          // The next user decides.
        }
        case Proof.Counterexample found -> {
          return new Verdict.Broken(guardrail, user.arn(), found);
        }
        case Proof.Unknown unknown -> {
          return new Verdict.Undecided(guardrail, user.arn(), unknown.reason());
        }
      }
    }
    return new Verdict.Holds(guardrail);
  }

  private Set<String> exceptedUsers(Guardrail guardrail) {
    Set<String> ids = new HashSet<>();
    for (String name : guardrail.exceptGroups()) {
      Optional<Group> group = identities.groups().find(guardrail.account(), name);
      group.ifPresent(found -> identities.groups().members(found, PageRequest.EVERYTHING).forEach(user -> ids.add(user.id())));
    }
    return ids;
  }

  private Subject subject(User user) {
    List<IdentityPolicy> policies = carried.of(user.account(), user.id());
    if (policies.stream().allMatch(policy -> treatsAllAlike(policy.document()))) {
      return new Subject("arn:aws:iam::" + user.account() + ":user/anybody", "", Map.of(), policies);
    }
    Map<String, String> tags = identities.tags().tags(user.id()).stream().collect(Collectors.toMap(Tag::key, Tag::value));
    return new Subject(user.arn(), user.id(), tags, policies);
  }

  private Proof proof(Access access, Subject subject) {
    if (subject.policies().isEmpty()) {
      return new Proof.Proved();
    }
    Asked asked = new Asked(access, subject.digest());
    Proof known = remembered.get(asked);
    if (known != null) {
      return known;
    }
    if (remembered.size() >= REMEMBERED_MAX) {
      remembered.clear();
    }
    List<AttachedPolicy> policies = subject.policies().stream().map(Guardrails::read).toList();
    Proof proof = reach.ever(Bearer.of(subject.arn(), subject.userId(), subject.tags(), policies), access);
    if (!(proof instanceof Proof.Unknown)) {
      remembered.put(asked, proof);
    }
    return proof;
  }

  /** Whether a text certainly says the same of every user: it has no condition, no variable, and no escape that could spell one. */
  private static boolean treatsAllAlike(String document) {
    return !document.contains("\"Condition\"") && !document.contains("${") && document.indexOf('\\') < 0;
  }

  private static AttachedPolicy read(IdentityPolicy policy) {
    return new AttachedPolicy(policy.name(), policy.arn(), policy.via(), PolicyReader.read(policy.document()));
  }

  private void checkForm(Guardrail wanted) {
    refuseUnless(NAME.matcher(wanted.name()).matches(),
        "A guardrail's name has 1 to 64 letters, digits and characters of _+=,.@-, and '" + wanted.name() + "' has not.");
    refuseUnless(!wanted.actions().isEmpty(), "A guardrail names at least one action, such as payments:*.");
    for (String action : wanted.actions()) {
      refuseUnless(ACTION.matcher(action).matches(), "'" + action + "' is no action. Write it with its service, such as payments:*.");
      refuseUnless(!catalogue.meansNothing(action), "There is no action '" + action + "', so a guardrail for it would keep nothing.");
    }
    for (String resource : wanted.resourceArns()) {
      refuseUnless(RESOURCE.matcher(resource).matches(), "'" + resource + "' is no resource. Write an ARN, in which * and ? are wildcards, or *.");
    }
  }

  private static void refuseUnless(boolean right, String sentence) {
    if (!right) {
      throw new Failure("ValidationError", sentence);
    }
  }

  private void checkExceptions(Guardrail wanted) {
    String group = lostGroup(wanted);
    if (group != null) {
      throw new Failure("NoSuchEntity", "The group with name " + group + " cannot be found.");
    }
    String user = lostUser(wanted);
    if (user != null) {
      throw new Failure("NoSuchEntity", "Account " + wanted.account() + " has no user " + user
          + ". Give the ARN of one of its users; its root user is always excepted.");
    }
  }

  /** Who is excepted may not go while the exception stands: whoever took the name later would be excepted in turn. */
  private void refuseLostExceptions(Guardrail guardrail) {
    String group = lostGroup(guardrail);
    String lost = group == null ? lostUser(guardrail) : "group " + group;
    if (lost != null) {
      throw new Failure("AccessDenied", "Guardrail " + guardrail.name() + " of account " + guardrail.account() + " excepts " + lost
          + ", who would not be there any more under that name. Nothing was changed. Take the exception out of the guardrail first.");
    }
  }

  private @Nullable String lostGroup(Guardrail guardrail) {
    return guardrail.exceptGroups().stream().filter(name -> identities.groups().find(guardrail.account(), name).isEmpty()).findFirst().orElse(null);
  }

  private @Nullable String lostUser(Guardrail guardrail) {
    return guardrail.exceptPrincipalArns().stream()
        .filter(arn -> identities.users().find(guardrail.account(), arn.substring(arn.lastIndexOf('/') + 1))
            .filter(user -> user.arn().equals(arn)).isEmpty())
        .findFirst().orElse(null);
  }
}
