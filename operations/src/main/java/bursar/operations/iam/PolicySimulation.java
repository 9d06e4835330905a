package bursar.operations.iam;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.identity.Page;
import bursar.domain.identity.PageRequest;
import bursar.policy.AccessRequest;
import bursar.policy.ContextKeys;
import bursar.policy.Decision;
import bursar.policy.Effect;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyOutline;
import bursar.policy.PolicySet;
import bursar.policy.Position;
import bursar.policy.Principal;
import bursar.policy.RequestContext;
import bursar.policy.StatementReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.OrganizationsDecisionDetail;
import software.amazon.awssdk.services.iam.model.PermissionsBoundaryDecisionDetail;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.Statement;

/**
 * Answers what policies would say of calls that nobody makes: every action on every resource, in the request's order. An answer to a call
 * on {@code *} carries its reasons itself; one to a call on a named resource carries them in its resource-specific result too. Source: IAM
 * API reference, SimulateCustomPolicy and EvaluationResult.
 */
final class PolicySimulation {
  /** Whoever calls where the request names nobody: no policy of an identity asks for the name. */
  private static final String SOMEBODY = "user/simulated-caller";
  private static final int PAGE_USUAL = 100;
  private static final int PAGE_MAX = 1_000;
  /** Matched statements and missing keys that one page may list. */
  private static final long LISTED_MAX = 200_000;

  private final SimulationInput input;
  private final AccountId account;
  private final boolean inOrganization;
  private final List<SimulatedPolicy> policies;
  private final RequestContext context;
  private final List<PolicyOutline> outlines;
  private final List<String> missing;
  private final PolicySet all;
  private final PolicySet ofPrincipal;
  private final PolicySet ofResource;
  private final PolicySet boundaries;

  /** One call and what came of it. */
  private record Outcome(AccessRequest request, Decision decision, PolicyEvaluationDecisionType type) {}

  /**
   * A simulation.
   *
   * @param policies those of the principal and of the request, without boundary and resource policy
   * @param known the condition keys that are known of the caller; those of the request take their place
   * @param inOrganization whether the simulated principal's account belongs to an organization; no service control policy is kept here, so
   *     that an organization lets everything pass
   */
  PolicySimulation(SimulationInput input, AccountId account, List<SimulatedPolicy> policies, RequestContext.Builder known,
      boolean inOrganization) {
    this.input = input;
    this.account = account;
    this.inOrganization = inOrganization;
    List<SimulatedPolicy> together = new ArrayList<>(policies);
    together.addAll(SimulatedPolicy.given(input.boundaries(), "PermissionsBoundaryPolicyInputList", PolicyKind.PERMISSIONS_BOUNDARY));
    String resourcePolicy = input.resourcePolicy();
    if (resourcePolicy != null) {
      together.add(SimulatedPolicy.ofResource(resourcePolicy));
    }
    this.policies = List.copyOf(together);
    SimulationContext.add(input.context(), known);
    this.context = known.build();
    this.outlines = this.policies.stream().map(policy -> PolicyOutline.of(policy.text())).toList();
    this.missing = ContextKeys.of(this.policies.stream().map(policy -> policy.policy().document()).toList()).stream()
        .filter(key -> context.get(key).isEmpty())
        .toList();
    this.all = set(kind -> true);
    this.ofPrincipal = set(kind -> kind != PolicyKind.RESOURCE);
    this.ofResource = set(kind -> kind == PolicyKind.RESOURCE);
    this.boundaries = set(kind -> kind == PolicyKind.PERMISSIONS_BOUNDARY);
  }

  private PolicySet set(Predicate<PolicyKind> wanted) {
    return PolicySet.of(policies.stream().map(SimulatedPolicy::policy).filter(policy -> wanted.test(policy.document().kind())).toList());
  }

  /** The condition keys that are known of a user who is named by ARN alone. */
  static RequestContext.Builder keysOf(@Nullable String callerArn) {
    RequestContext.Builder keys = RequestContext.builder();
    if (callerArn != null) {
      keys.put("aws:PrincipalArn", callerArn);
      keys.put("aws:PrincipalAccount", callerArn.split(":", 6)[4]);
      keys.put("aws:PrincipalType", "User");
      keys.put("aws:username", callerArn.substring(callerArn.lastIndexOf('/') + 1));
    }
    return keys;
  }

  /** The page of results that was asked for; only these are evaluated. */
  Page<EvaluationResult> results() {
    int most = mostOnOnePage();
    PageRequest page = PageRequest.of(input.maxItems() == null ? Math.min(most, PAGE_USUAL) : Math.min(most, input.maxItems()), input.marker());
    String after = page.after();
    long from = after == null ? 0 : Long.parseLong(checked(after)) + 1;
    List<Long> indexes = new ArrayList<>();
    long next = 0;
    for (String action : input.actions()) {
      long calls = input.together(action) ? 1 : input.resources().size();
      for (long index = Math.max(next, from); index < next + calls && indexes.size() <= page.max(); index++) {
        indexes.add(index);
      }
      next += calls;
    }
    return page.page(indexes, String::valueOf).map(this::result);
  }

  /** So many that an answer stays small, whatever each of them lists. */
  private int mostOnOnePage() {
    long listed = 1L + missing.size() + policies.stream().mapToLong(policy -> policy.policy().document().statements().size()).sum();
    boolean scenario = input.actions().stream().anyMatch(input::together);
    long most = LISTED_MAX / (scenario ? listed * Math.max(1, input.resources().size()) : listed);
    if (most == 0) {
      throw new Failure("InvalidInput", "These policies and resources would make too long an answer. Simulate fewer of them at once.");
    }
    return (int) Math.min(most, PAGE_MAX);
  }

  private static String checked(String marker) {
    if (!marker.matches("\\d{1,9}")) {
      throw new Failure("ValidationError", "The Marker is not one that a simulation was answered with. Leave it out to begin anew.");
    }
    return marker;
  }

  private EvaluationResult result(long index) {
    long left = index;
    for (String action : input.actions()) {
      boolean together = input.together(action);
      int calls = together ? 1 : input.resources().size();
      if (left < calls) {
        return together ? scenario(action) : single(action, input.resources().get((int) left));
      }
      left -= calls;
    }
    throw new IllegalStateException("There is no call " + index + " in this simulation.");
  }

  private EvaluationResult single(String action, String resource) {
    Outcome outcome = outcome(action, resource);
    boolean named = !resource.equals("*");
    return EvaluationResult.builder()
        .evalActionName(action)
        .evalResourceName(resource)
        .evalDecision(outcome.type())
        .matchedStatements(matched(outcome.decision()))
        .missingContextValues(input.namesResources() ? List.of() : missing)
        .evalDecisionDetails(named ? details(outcome.request()) : null)
        .organizationsDecisionDetail(organization())
        .permissionsBoundaryDecisionDetail(boundary(outcome.request()))
        .resourceSpecificResults(named ? List.of(specific(outcome)) : null)
        .build();
  }

  /** An instance runs when every resource it needs may be used. */
  private EvaluationResult scenario(String action) {
    List<Outcome> outcomes = input.resources().stream().map(resource -> outcome(action, resource)).toList();
    Outcome deciding = outcomes.stream().filter(outcome -> outcome.type() == PolicyEvaluationDecisionType.EXPLICIT_DENY).findFirst()
        .or(() -> outcomes.stream().filter(outcome -> outcome.type() != PolicyEvaluationDecisionType.ALLOWED).findFirst())
        .orElse(outcomes.getFirst());
    return EvaluationResult.builder()
        .evalActionName(action)
        .evalResourceName("*")
        .evalDecision(deciding.type())
        .matchedStatements(matched(deciding.decision()))
        .missingContextValues(List.of())
        .evalDecisionDetails(details(deciding.request()))
        .organizationsDecisionDetail(organization())
        .permissionsBoundaryDecisionDetail(boundary(deciding.request()))
        .resourceSpecificResults(outcomes.stream().map(this::specific).toList())
        .build();
  }

  private ResourceSpecificResult specific(Outcome outcome) {
    return ResourceSpecificResult.builder()
        .evalResourceName(outcome.request().resource())
        .evalResourceDecision(outcome.type())
        .matchedStatements(matched(outcome.decision()))
        .missingContextValues(missing)
        .evalDecisionDetails(outcome.request().crossesAccounts() ? details(outcome.request()) : null)
        .permissionsBoundaryDecisionDetail(boundary(outcome.request()))
        .build();
  }

  private Outcome outcome(String action, String resource) {
    String caller = input.callerArn() == null ? "arn:aws:iam::" + account + ":" + SOMEBODY : input.callerArn();
    AccessRequest request =
        new AccessRequest(Principal.parse(caller), action, resource, input.ownerOf(resource, account), context);
    Decision decision = all.evaluate(request);
    return new Outcome(request, decision, type(decision));
  }

  private static PolicyEvaluationDecisionType type(Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> PolicyEvaluationDecisionType.ALLOWED;
      case Decision.ExplicitlyDenied _ -> PolicyEvaluationDecisionType.EXPLICIT_DENY;
      case Decision.ImplicitlyDenied _ -> PolicyEvaluationDecisionType.IMPLICIT_DENY;
    };
  }

  private List<Statement> matched(Decision decision) {
    return decision.statements().stream().map(this::written).toList();
  }

  private Statement written(StatementReference reference) {
    SimulatedPolicy source = policies.get(reference.policyIndex());
    PolicyOutline.Place place = outlines.get(reference.policyIndex()).at(new Position(reference.line(), reference.column()));
    return Statement.builder()
        .sourcePolicyId(source.id())
        .sourcePolicyType(source.type())
        .startPosition(position(place.start()))
        .endPosition(position(place.end()))
        .build();
  }

  private static software.amazon.awssdk.services.iam.model.Position position(Position place) {
    return software.amazon.awssdk.services.iam.model.Position.builder().line(place.line()).column(place.column()).build();
  }

  /** What each side of a call across accounts says by itself; empty for a call within one. */
  private Map<String, PolicyEvaluationDecisionType> details(AccessRequest request) {
    Map<String, PolicyEvaluationDecisionType> details = new LinkedHashMap<>();
    if (request.crossesAccounts()) {
      details.put("IAM Policy", side(request, ofPrincipal));
      details.put("Resource Policy", side(request, ofResource));
    }
    return details;
  }

  private PolicyEvaluationDecisionType side(AccessRequest request, PolicySet policies) {
    return type(policies.evaluate(new AccessRequest(request.principal(), request.action(), request.resource(), null, context)));
  }

  private @Nullable OrganizationsDecisionDetail organization() {
    return inOrganization ? OrganizationsDecisionDetail.builder().allowedByOrganizations(true).build() : null;
  }

  /** Whether the boundary, which grants nothing itself, lets the call pass; null where there is none. */
  private @Nullable PermissionsBoundaryDecisionDetail boundary(AccessRequest request) {
    if (input.boundaries().isEmpty()) {
      return null;
    }
    boolean denied = false;
    boolean allowed = false;
    for (var statement : boundaries.explain(request).statements()) {
      denied |= statement.matched() && statement.effect() == Effect.DENY;
      allowed |= statement.matched() && statement.effect() == Effect.ALLOW;
    }
    return PermissionsBoundaryDecisionDetail.builder().allowedByPermissionsBoundary(allowed && !denied).build();
  }
}
