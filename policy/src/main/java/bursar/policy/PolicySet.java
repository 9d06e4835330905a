package bursar.policy;

import bursar.policy.Decision.Gate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policies that apply to a request, read and indexed once: those of the principal, of its session, of the resource and of
 * both their organizations. Immutable and safe for any number of threads; the same request always gets the same decision.
 *
 * <p>The order of the gates is AWS's (IAM user guide, "Determining whether a request is allowed or denied within an account"
 * and "Cross-account policy evaluation logic").
 */
public final class PolicySet {
  private static final Decision NO_IDENTITY_POLICY_ALLOWS = denial(PolicyKind.IDENTITY);
  private static final Decision NO_RESOURCE_POLICY_ALLOWS = denial(PolicyKind.RESOURCE);
  private static final Decision NO_TRUST_POLICY_ALLOWS = denial(PolicyKind.TRUST);
  private static final Decision NO_BOUNDARY_ALLOWS = denial(PolicyKind.PERMISSIONS_BOUNDARY);
  private static final Decision NO_SESSION_POLICY_ALLOWS = denial(PolicyKind.SESSION);

  /** One level of service or resource control policies, with the answer where none of them allows. */
  private record Level(Gate gate, StatementIndex allows, Decision denial) {}

  private final List<AttachedPolicy> policies;
  private final List<CompiledStatement> statements;
  private final StatementIndex denies;
  private final StatementIndex identityAllows;
  private final @Nullable StatementIndex resourceAllows;
  /** Resource control policies first, then service control policies, each in the order in which their levels came. */
  private final Level[] levels;
  private final StatementIndex[] boundaries;
  private final @Nullable StatementIndex sessionAllows;

  private PolicySet(List<AttachedPolicy> policies) {
    List<CompiledStatement> all = new ArrayList<>();
    List<CompiledStatement> denying = new ArrayList<>();
    List<CompiledStatement> identity = new ArrayList<>();
    List<CompiledStatement> resource = new ArrayList<>();
    List<CompiledStatement> session = new ArrayList<>();
    List<StatementIndex> limits = new ArrayList<>();
    Map<Gate, List<CompiledStatement>> resourceControls = new LinkedHashMap<>();
    Map<Gate, List<CompiledStatement>> serviceControls = new LinkedHashMap<>();
    boolean hasResourcePolicy = false;
    boolean hasSessionPolicy = false;
    for (int index = 0; index < policies.size(); index++) {
      AttachedPolicy policy = policies.get(index);
      List<CompiledStatement> allowing = new ArrayList<>();
      for (CompiledStatement statement : compiled(policy, index, all.size())) {
        all.add(statement);
        (statement.reference.statement().effect() == Effect.DENY ? denying : allowing).add(statement);
      }
      Gate gate = new Gate(policy.document().kind(), policy.level());
      switch (gate.kind()) {
        case IDENTITY -> identity.addAll(allowing);
        case RESOURCE, TRUST -> {
          hasResourcePolicy = true;
          resource.addAll(allowing);
        }
        case PERMISSIONS_BOUNDARY -> limits.add(new StatementIndex(allowing));
        case SESSION -> {
          hasSessionPolicy = true;
          session.addAll(allowing);
        }
        case RESOURCE_CONTROL -> resourceControls.computeIfAbsent(gate, level -> new ArrayList<>()).addAll(allowing);
        case SERVICE_CONTROL -> serviceControls.computeIfAbsent(gate, level -> new ArrayList<>()).addAll(allowing);
      }
    }
    List<Level> controls = new ArrayList<>();
    resourceControls.forEach((gate, allows) -> controls.add(level(gate, allows)));
    serviceControls.forEach((gate, allows) -> controls.add(level(gate, allows)));
    this.policies = List.copyOf(policies);
    this.statements = List.copyOf(all);
    this.denies = new StatementIndex(denying);
    this.identityAllows = new StatementIndex(identity);
    this.resourceAllows = hasResourcePolicy ? new StatementIndex(resource) : null;
    this.levels = controls.toArray(Level[]::new);
    this.boundaries = limits.toArray(StatementIndex[]::new);
    this.sessionAllows = hasSessionPolicy ? new StatementIndex(session) : null;
  }

  /** A set of policies of any kinds; answers name them in this order. */
  public static PolicySet of(List<AttachedPolicy> policies) {
    return new PolicySet(policies);
  }

  /** The policies, in the order in which answers count them. */
  public List<AttachedPolicy> policies() {
    return policies;
  }

  private static List<CompiledStatement> compiled(AttachedPolicy policy, int policyIndex, int firstOrder) {
    List<CompiledStatement> compiled = new ArrayList<>();
    List<Statement> written = policy.document().statements();
    for (int index = 0; index < written.size(); index++) {
      Statement statement = written.get(index);
      StatementReference reference =
          new StatementReference(
              policy, policyIndex, index, statement.sid(), statement.position().line(), statement.position().column());
      compiled.add(new CompiledStatement(reference, firstOrder + index, statement));
    }
    return compiled;
  }

  private static Decision denial(PolicyKind lacking) {
    return new Decision.ImplicitlyDenied(new Gate(lacking, null));
  }

  private static Level level(Gate gate, List<CompiledStatement> allows) {
    return new Level(gate, new StatementIndex(allows), new Decision.ImplicitlyDenied(gate));
  }

  /** What the policies say of a request. */
  public Decision evaluate(AccessRequest request) {
    Matches denying = denies.matching(request);
    if (denying != null) {
      return new Decision.ExplicitlyDenied(Matches.finish(denying));
    }
    for (Level level : levels) {
      if (level.gate.kind().binds(request.principal(), request.context()) && !level.allows.matchesAny(request)) {
        return level.denial;
      }
    }
    Matches byResource = resourceAllows == null ? null : resourceAllows.matching(request);
    if (request.principal().hasNoIdentityPolicies()) {
      return byResource == null ? NO_RESOURCE_POLICY_ALLOWS : new Decision.Allowed(Matches.finish(byResource));
    }
    PolicyKind owned = OwnAllow.neededFor(request, resourceAllows != null);
    boolean across = request.crossesAccounts();
    if (byResource == null && (owned != null || across)) {
      return owned == PolicyKind.TRUST ? NO_TRUST_POLICY_ALLOWS : NO_RESOURCE_POLICY_ALLOWS;
    }
    Matches byIdentity = identityAllows.matching(request);
    if (request.principal() instanceof Principal.AccountRoot) {
      return new Decision.Allowed(Matches.finish(Matches.union(byIdentity, byResource)));
    }
    return across ? acrossAccounts(request, byIdentity, byResource) : withinAccount(request, byIdentity, byResource, owned != null);
  }

  /** The principal's account and the resource's must both allow. */
  private Decision acrossAccounts(AccessRequest request, @Nullable Matches byIdentity, @Nullable Matches byResource) {
    if (byIdentity == null) {
      return NO_IDENTITY_POLICY_ALLOWS;
    }
    Decision limit = limit(request);
    return limit == null ? new Decision.Allowed(Matches.finish(Matches.union(byIdentity, byResource))) : limit;
  }

  /** One of the two sides is enough, and whom the resource's side names says which limits still hold. */
  private Decision withinAccount(
      AccessRequest request, @Nullable Matches byIdentity, @Nullable Matches byResource, boolean delegationDecides) {
    Decision limit = limit(request);
    Matches granting = limit == null ? byIdentity : null;
    boolean limited = byIdentity != null;
    for (int index = 0; byResource != null && index < byResource.size(); index++) {
      CompiledStatement statement = byResource.at(index);
      Grant grant = statement.grant(request);
      limited |= grant == Grant.TO_ROLE;
      boolean counts =
          switch (grant) {
            case NONE -> false;
            case TO_ACCOUNT -> delegationDecides && byIdentity != null && limit == null;
            case TO_ROLE -> limit == null;
            case DIRECT -> true;
          };
      if (counts) {
        granting = Matches.with(granting, statement);
      }
    }
    if (granting != null) {
      return new Decision.Allowed(Matches.finish(granting));
    }
    return limited && limit != null ? limit : NO_IDENTITY_POLICY_ALLOWS;
  }

  /** The first of the principal's limits that does not let the request pass; null when all do. */
  private @Nullable Decision limit(AccessRequest request) {
    for (StatementIndex boundary : boundaries) {
      if (!boundary.matchesAny(request)) {
        return NO_BOUNDARY_ALLOWS;
      }
    }
    if (sessionAllows == null) {
      return request.principal() instanceof Principal.FederatedUser ? NO_SESSION_POLICY_ALLOWS : null;
    }
    return sessionAllows.matchesAny(request) ? null : NO_SESSION_POLICY_ALLOWS;
  }

  /**
   * When the policies allow a request, as a formula over what its statements still ask of the resource and the context: the gates
   * of {@link #evaluate}, written with the caller's connectives. Of the request's context only {@code aws:PrincipalArn} is read.
   *
   * @param connectives how the formula is put together, and what a statement that means the action and the principal asks beyond
   */
  public <F> F allowedWhen(AccessRequest request, Connectives<F> connectives) {
    return new GateFormula<>(policies, statements, request, connectives).allowed();
  }

  /** When no policy explicitly denies a request, as {@link #allowedWhen}: a request of which this is true need not be allowed. */
  public <F> F notDeniedWhen(AccessRequest request, Connectives<F> connectives) {
    return new GateFormula<>(policies, statements, request, connectives).notDenied();
  }

  /** The decision and, for every statement, whether it matched and if not, which of its elements missed and by what. */
  public Explanation explain(AccessRequest request) {
    Decision decision = evaluate(request);
    return Explanation.of(request, decision, gates(request, decision), statements);
  }

  /** Every gate there is, in AWS's order, each asked whatever the others said. */
  private List<GateOutcome> gates(AccessRequest request, Decision decision) {
    Principal principal = request.principal();
    List<GateOutcome> gates = new ArrayList<>();
    boolean denied = decision instanceof Decision.ExplicitlyDenied;
    gates.add(new GateOutcome("Deny statements", denied ? decision.statements().size() + " match, and one is enough" : "none matches"));
    for (Level level : levels) {
      String name = level.gate.describe();
      gates.add(
          level.gate.kind().binds(principal, request.context())
              ? GateOutcome.ofAllow(name, level.allows.matchesAny(request))
              : new GateOutcome(name, "not bound by them"));
    }
    PolicyKind owned = OwnAllow.neededFor(request, resourceAllows != null);
    if (resourceAllows != null || owned != null || request.crossesAccounts() || principal.hasNoIdentityPolicies()) {
      gates.add(new GateOutcome("the resource's own policies", resourceFinding(request)));
    }
    if (principal instanceof Principal.AccountRoot) {
      gates.add(new GateOutcome("identity-based policies", "the root user needs none"));
    } else if (!principal.hasNoIdentityPolicies()) {
      gates.add(GateOutcome.ofAllow("identity-based policies", identityAllows.matchesAny(request)));
      for (StatementIndex boundary : boundaries) {
        gates.add(GateOutcome.ofAllow("permissions boundary", boundary.matchesAny(request)));
      }
      if (sessionAllows != null) {
        gates.add(GateOutcome.ofAllow("session policies", sessionAllows.matchesAny(request)));
      } else if (principal instanceof Principal.FederatedUser) {
        gates.add(new GateOutcome("session policies", "there is none, and a federated user's session needs one"));
      }
    }
    return List.copyOf(gates);
  }

  private String resourceFinding(AccessRequest request) {
    Matches matches = resourceAllows == null ? null : resourceAllows.matching(request);
    if (matches == null) {
      return resourceAllows == null ? "there is none, and one is needed" : "no Allow matches";
    }
    Grant strongest = Grant.NONE;
    for (int index = 0; index < matches.size(); index++) {
      Grant grant = matches.at(index).grant(request);
      strongest = grant.compareTo(strongest) > 0 ? grant : strongest;
    }
    if (request.crossesAccounts()) {
      return "an Allow matches; the principal's account must allow too";
    }
    return switch (strongest) {
      case NONE -> "no Allow matches";
      case TO_ACCOUNT -> "an Allow to the account matches, which leaves it to identity-based policies";
      case TO_ROLE -> "an Allow to the role or user behind the session matches, which boundary and session policies limit";
      case DIRECT -> "an Allow to the principal itself matches, which is final";
    };
  }
}
