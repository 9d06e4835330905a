package bursar.policy;

import bursar.policy.Decision.Gate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gates of {@link PolicySet#evaluate} as one formula: what evaluation finds out statement by statement is left open here,
 * except whom and which action a statement means. Tests hold the two against each other.
 */
final class GateFormula<F> {
  private final List<AttachedPolicy> policies;
  private final List<CompiledStatement> denies = new ArrayList<>();
  private final AccessRequest request;
  private final Connectives<F> logic;
  /** The Allow statements of each policy, by the policy's place. */
  private final List<List<CompiledStatement>> allowsByPolicy = new ArrayList<>();

  private final List<CompiledStatement> resourceAllows;
  private final boolean hasResourcePolicy;

  GateFormula(List<AttachedPolicy> policies, List<CompiledStatement> statements, AccessRequest request, Connectives<F> logic) {
    this.policies = policies;
    this.request = request;
    this.logic = logic;
    for (int index = 0; index < policies.size(); index++) {
      allowsByPolicy.add(new ArrayList<>());
    }
    for (CompiledStatement statement : statements) {
      boolean denying = statement.reference.statement().effect() == Effect.DENY;
      (denying ? denies : allowsByPolicy.get(statement.reference.policyIndex())).add(statement);
    }
    this.resourceAllows = allows(PolicyKind.RESOURCE, PolicyKind.TRUST);
    this.hasResourcePolicy = has(PolicyKind.RESOURCE) || has(PolicyKind.TRUST);
  }

  F allowed() {
    List<F> needed = new ArrayList<>();
    needed.add(notDenied());
    for (List<CompiledStatement> level : bindingLevels()) {
      needed.add(anyMatches(level));
    }
    needed.add(granted());
    return logic.all(needed);
  }

  /** That no Deny matches, alone. */
  F notDenied() {
    return logic.not(anyMatches(denies));
  }

  private F granted() {
    if (request.principal().hasNoIdentityPolicies()) {
      return anyMatches(resourceAllows);
    }
    boolean owned = OwnAllow.neededFor(request, hasResourcePolicy) != null;
    boolean across = request.crossesAccounts();
    if (request.principal() instanceof Principal.AccountRoot) {
      return owned || across ? anyMatches(resourceAllows) : logic.all(List.of());
    }
    F byIdentity = anyMatches(allows(PolicyKind.IDENTITY, null));
    return across
        ? logic.all(List.of(anyMatches(resourceAllows), byIdentity, limits()))
        : withinAccount(byIdentity, owned);
  }

  /**
   * One of the two sides is enough. Each statement is asked once: an Allow to the account counts only together with an
   * identity-based one, and so only where the resource's own policy is needed.
   */
  private F withinAccount(F byIdentity, boolean owned) {
    List<F> direct = new ArrayList<>();
    List<F> toRole = new ArrayList<>();
    List<F> delegating = new ArrayList<>();
    for (CompiledStatement statement : resourceAllows) {
      if (means(statement)) {
        List<F> way =
            switch (statement.grant(request)) {
              case NONE, TO_ACCOUNT -> delegating;
              case TO_ROLE -> toRole;
              case DIRECT -> direct;
            };
        way.add(logic.restMatches(statement.reference));
      }
    }
    toRole.add(owned ? logic.all(List.of(logic.any(delegating), byIdentity)) : byIdentity);
    direct.add(logic.all(List.of(logic.any(toRole), limits())));
    return logic.any(direct);
  }

  /** What boundaries and session policies must let pass. */
  private F limits() {
    List<F> limits = new ArrayList<>();
    for (int index = 0; index < policies.size(); index++) {
      if (kind(index) == PolicyKind.PERMISSIONS_BOUNDARY) {
        limits.add(anyMatches(allowsByPolicy.get(index)));
      }
    }
    if (has(PolicyKind.SESSION) || request.principal() instanceof Principal.FederatedUser) {
      limits.add(anyMatches(allows(PolicyKind.SESSION, null)));
    }
    return logic.all(limits);
  }

  private List<List<CompiledStatement>> bindingLevels() {
    Map<Gate, List<CompiledStatement>> levels = new LinkedHashMap<>();
    for (int index = 0; index < policies.size(); index++) {
      PolicyKind kind = kind(index);
      if (kind.isControl() && kind.binds(request.principal(), request.context())) {
        levels.computeIfAbsent(new Gate(kind, policies.get(index).level()), gate -> new ArrayList<>()).addAll(allowsByPolicy.get(index));
      }
    }
    return List.copyOf(levels.values());
  }

  private F anyMatches(List<CompiledStatement> asked) {
    List<F> matching = new ArrayList<>();
    for (CompiledStatement statement : asked) {
      if (means(statement)) {
        matching.add(logic.restMatches(statement.reference));
      }
    }
    return logic.any(matching);
  }

  private boolean means(CompiledStatement statement) {
    return statement.matchesAction(request.action()) && statement.matchesPrincipal(request);
  }

  private List<CompiledStatement> allows(PolicyKind kind, @Nullable PolicyKind or) {
    List<CompiledStatement> found = new ArrayList<>();
    for (int index = 0; index < policies.size(); index++) {
      if (kind(index) == kind || kind(index) == or) {
        found.addAll(allowsByPolicy.get(index));
      }
    }
    return found;
  }

  private boolean has(PolicyKind kind) {
    return policies.stream().anyMatch(policy -> policy.document().kind() == kind);
  }

  private PolicyKind kind(int policy) {
    return policies.get(policy).document().kind();
  }
}
