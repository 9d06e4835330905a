package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.accounts.ActionSet;
import bursar.domain.accounts.BillingAccess;
import bursar.domain.guardrails.Bearer;
import bursar.domain.guardrails.Reach;
import bursar.domain.identity.Users;
import bursar.domain.organizations.CostPreferences;
import bursar.domain.organizations.Organizations;
import bursar.domain.permissions.Permission;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.operations.gate.Principal;
import bursar.operations.gate.PrincipalPolicies;
import bursar.policy.AttachedPolicy;
import bursar.policy.prove.Access;
import bursar.policy.prove.Proof;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which principals can ever do something, over all requests they could make: proved, or shown by a request. */
public final class WhoCan implements Operation<WhoCan.Request, WhoCan.Answer> {
  private static final int PAGE_MAX = 100;
  private static final String ACTION = "\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+";
  private static final Pattern TOKEN = Pattern.compile("[1-9][0-9]{0,6}");
  private static final String CLOSED = "The management account has turned off «Linked account access»: Cost Explorer is closed to every principal of this"
      + " account, the root user included.";
  private static final Declaration<Request, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "WhoCan", Request.class, Answer.class)
          .summary("Says of each principal of the account, or for a management account of its organization, whether it can ever do an action:"
              + " proved never, or with a request that passes.")
          .needs("bursar:WhoCan", AccessLevel.LIST)
          .rules(
              MemberRule.required("Action").range(1, 128).matching(ACTION),
              MemberRule.optional("ResourceArn").range(1, 2_048),
              MemberRule.optional("MaxResults").range(1, PAGE_MAX),
              MemberRule.optional("NextToken").range(1, 7))
          .errors(BursarService.NO_SUCH_ENTITY)
          .example(() -> new Request("payments:*", null, null, null, null))
          .build();

  private final Accounts accounts;
  private final Organizations organizations;
  private final CostPreferences preferences;
  private final Principals principals;
  private final PrincipalPolicies policies;
  private final PermissionCatalogue catalogue;
  private final Supplier<Collection<Operation<?, ?>>> operations;

  /**
   * Over these rooms.
   *
   * @param operations what this server offers; asked only once calls arrive
   */
  public WhoCan(Accounts accounts, Organizations organizations, CostPreferences preferences, Users users, PrincipalPolicies policies,
      PermissionCatalogue catalogue,
      Supplier<Collection<Operation<?, ?>>> operations) {
    this.accounts = accounts;
    this.organizations = organizations;
    this.preferences = preferences;
    this.principals = new Principals(users);
    this.policies = policies;
    this.catalogue = catalogue;
    this.operations = operations;
  }

  /**
   * The question.
   *
   * @param action an action, or a pattern such as {@code payments:*}: then whether any of them can be done
   * @param resourceArn on what: a pattern of ARNs; null for anything
   * @param organization whether to ask about the member accounts of the caller's organization, too; they answer to its management account only
   * @param maxResults how many principals at most, 1 to 100, 100 when null
   * @param nextToken where the page before ended
   */
  public record Request(
      String action, @Nullable String resourceArn, @Nullable Boolean organization, @Nullable Integer maxResults, @Nullable String nextToken) {}

  /**
   * The answer.
   *
   * @param nextToken asks for the principals that follow; null when these are all
   */
  public record Answer(List<Finding> principals, @Nullable String nextToken) {}

  /**
   * What was found about a principal.
   *
   * @param answer {@code ALWAYS}: the root user, whom no policy limits; {@code CAN}: by the example; {@code NEVER}: proved; {@code UNKNOWN}:
   *     not decided
   * @param reason why, as a sentence
   * @param example a request that passes; null unless {@code CAN}
   * @param statements the statements that let it pass
   */
  public record Finding(
      String principalArn,
      String accountId,
      @Nullable String userName,
      String answer,
      String reason,
      @Nullable ExampleRequest example,
      List<AllowingStatement> statements) {}

  @Override
  public Declaration<Request, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Request> call) {
    Request asked = call.input();
    Needs.refuseUnknown(catalogue, asked.action());
    String resource = asked.resourceArn();
    Access access = new Access(List.of(asked.action()), resource == null ? List.of() : List.of(resource));
    List<Principal.OfAccount> all = everybody(call.account(), Boolean.TRUE.equals(asked.organization()));
    Integer wanted = asked.maxResults();
    int from = from(asked.nextToken(), all.size());
    int to = Math.min(all.size(), from + (wanted == null ? PAGE_MAX : wanted));
    Set<String> rootOnly = rootOnly();
    List<Finding> findings = all.subList(from, to).stream().map(principal -> finding(principal, access, rootOnly)).toList();
    return new Answer(findings, to < all.size() ? Integer.toString(to) : null);
  }

  private static int from(@Nullable String token, int size) {
    if (token == null) {
      return 0;
    }
    int from = TOKEN.matcher(token).matches() ? Integer.parseInt(token) : size;
    if (from >= size) {
      throw new Failure("ValidationException", "The NextToken is none that this operation gave out for these principals.");
    }
    return from;
  }

  private List<Principal.OfAccount> everybody(AccountId account, boolean organization) {
    List<AccountId> of = new ArrayList<>(List.of(account));
    if (organization) {
      of.addAll(organizations.membersOf(account));
    }
    List<Principal.OfAccount> all = new ArrayList<>();
    for (AccountId each : of) {
      all.add(new Principal.Root(each));
      all.addAll(principals.usersOf(each));
    }
    return all;
  }

  private Set<String> rootOnly() {
    Set<String> actions = new HashSet<>();
    for (Operation<?, ?> operation : operations.get()) {
      Need need = operation.declaration().need();
      if (need != null && operation.declaration().exemptions().contains(Exemption.ROOT_ONLY)) {
        actions.add(need.action());
      }
    }
    return actions;
  }

  private Finding finding(Principal.OfAccount principal, Access access, Set<String> rootOnly) {
    return switch (principal) {
      case Principal.Root root -> closedByOrganization(root.account()).containsAll(meant(access))
          ? new Finding(root.arn(), root.account().digits(), null, "NEVER", CLOSED, null, List.of())
          : new Finding(root.arn(), root.account().digits(), null, "ALWAYS", "No policy limits the root user.", null, List.of());
      case Principal.IamUser user -> finding(user, access, rootOnly);
    };
  }

  /** The actions that the management account closes to the account, the root user included; none where it closes nothing. */
  private Set<String> closedByOrganization(AccountId account) {
    return preferences.accessOf(account).costExplorer()
        ? Set.of()
        : catalogue.all().stream().map(Permission::action).filter(action -> Need.of(action).ofCostExplorer()).collect(Collectors.toSet());
  }

  /** The actions that are asked about; the words themselves where the catalogue knows none. */
  private Set<String> meant(Access access) {
    Set<String> meant = new HashSet<>();
    for (String pattern : access.actions()) {
      List<Permission> known = catalogue.meant(pattern);
      known.forEach(permission -> meant.add(permission.action()));
      if (known.isEmpty()) {
        meant.add(pattern);
      }
    }
    return meant;
  }

  private Finding finding(Principal.IamUser user, Access access, Set<String> rootOnly) {
    List<AttachedPolicy> carried = policies.of(user);
    if (carried.isEmpty()) {
      return found(user, "NEVER", "The user has no policy.", null);
    }
    Set<String> closed = closedByOrganization(user.account());
    if (closed.containsAll(meant(access))) {
      return found(user, "NEVER", CLOSED, null);
    }
    Set<String> beyond = new HashSet<>(rootOnly);
    beyond.addAll(closed);
    Account account = accounts.get(user.account());
    ActionSet mode = accounts.get(organizations.payerOf(user.account())).actionSet();
    BillingAccess now = account.billingAccess();
    Bearer bearer = Bearer.of(user.arn(), user.id(), user.tags(), carried);
    return switch (Reach.under(catalogue, now, mode, beyond).ever(bearer, access)) {
      case Proof.Counterexample found -> found(user, "CAN", "It can " + Reach.describe(found) + ".", found);
      case Proof.Unknown unknown -> found(user, "UNKNOWN", unknown.reason(), null);
      case Proof.Proved _ -> {
        boolean byPolicies = now.state() == BillingAccess.State.ACTIVATED
            || Reach.under(catalogue, activated(now), mode, beyond).ever(bearer, access) instanceof Proof.Proved;
        yield found(user, "NEVER", byPolicies
            ? "Proved: no request it could make is allowed by its policies."
            : "Proved, while the account does not let IAM users and roles reach billing information. Its policies alone would let it.", null);
      }
    };
  }

  private static BillingAccess activated(BillingAccess now) {
    return new BillingAccess(BillingAccess.State.ACTIVATED, now.scope(), now.changedAt(), now.changedBy());
  }

  private static Finding found(Principal.IamUser user, String answer, String reason, Proof.@Nullable Counterexample example) {
    return new Finding(user.arn(), user.account().digits(), user.name(), answer, reason,
        example == null ? null : ExampleRequest.of(example.request()), example == null ? List.of() : AllowingStatement.of(example.statements()));
  }
}
