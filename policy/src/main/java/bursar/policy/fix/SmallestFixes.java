package bursar.policy.fix;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Decision;
import bursar.policy.Effect;
import bursar.policy.Explanation;
import bursar.policy.PolicyKind;
import bursar.policy.PolicySet;
import bursar.policy.Principal;
import bursar.policy.StatementExplanation;
import bursar.policy.StatementReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the smallest changes of policies that turn a decision round.
 *
 * <p>A refusal has a cause for every Deny that matches and every gate that lacks an Allow, and an edit changes one statement, so it ends
 * one cause. Where gates can be passed in more than one way (a resource-based policy that names the principal itself passes by its
 * boundary), every smallest set of causes is a plan. Each plan is filled with the narrowest edits, and the outcome is evaluated.
 */
public final class SmallestFixes {
  /** How many fixes are offered without another wish. */
  public static final int OFFERED = 5;

  private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*:[\\x21-\\x7E]*");
  /** More causes than these at once are not combined anew: one plan ends them all. */
  private static final int COMBINED_MOST = 8;
  private static final int TRIED_MOST = 60;

  /** What stands in the way, and each of the edits that would end it; the surest is the one that always works. */
  private record Cause(List<Edit> options, Edit surest) {}

  private final List<AttachedPolicy> policies;
  private final AccessRequest request;
  private final List<StatementExplanation> outcomes;
  private final Decision decision;
  private final Set<Integer> detached = new HashSet<>();

  private SmallestFixes(List<AttachedPolicy> policies, AccessRequest request) {
    Explanation explanation = PolicySet.of(policies).explain(request);
    this.policies = List.copyOf(policies);
    this.request = request;
    this.outcomes = explanation.statements();
    this.decision = explanation.decision();
  }

  /** What would allow a refused request, or end an allowed one; the five best. */
  public static FixAnswer of(List<AttachedPolicy> policies, AccessRequest request) {
    return of(policies, request, OFFERED);
  }

  /**
   * What would allow a refused request, or end an allowed one.
   *
   * @param most how many fixes at most, at least 1
   */
  public static FixAnswer of(List<AttachedPolicy> policies, AccessRequest request, int most) {
    SmallestFixes search = new SmallestFixes(policies, request);
    return search.decision.isAllowed() ? SmallestDeny.of(policies, request) : search.toAllow(most);
  }

  private FixAnswer toAllow(int most) {
    if (!ACTION.matcher(request.action()).matches()) {
      return FixAnswer.none("No policy can name the action " + request.action() + ": an action is written service:Name.");
    }
    List<Cause> certain = denies();
    Decision left = evaluate(certain.stream().map(Cause::surest).toList());
    while (left instanceof Decision.ImplicitlyDenied lacking && isControl(lacking.gate().kind())) {
      certain.add(level(lacking.gate()));
      left = evaluate(certain.stream().map(Cause::surest).toList());
    }
    List<Fix> fixes = new ArrayList<>();
    for (List<Cause> plan : plans(certain, left)) {
      for (List<Edit> edits : fillings(plan)) {
        Fix fix = proven(edits);
        if (fix != null) {
          fixes.add(fix);
        }
      }
    }
    fixes.sort(Comparator.comparingInt((Fix fix) -> fix.edits().size()).thenComparingInt(Fix::breadth));
    return fixes.isEmpty()
        ? FixAnswer.none("No change of these policies was found that allows the request; ask whoever wrote them.")
        : new FixAnswer(fixes.stream().limit(most).toList(), null);
  }

  private static boolean isControl(PolicyKind kind) {
    return kind == PolicyKind.SERVICE_CONTROL || kind == PolicyKind.RESOURCE_CONTROL;
  }

  /** Every Deny that matches; those in one policy of AWS's own go together with it. */
  private List<Cause> denies() {
    List<Cause> causes = new ArrayList<>();
    for (StatementReference denying : decision.statements()) {
      if (!AllowOptions.isAwsOwn(denying.policy())) {
        List<Edit> options = DenyOptions.of(denying, request);
        Edit removal = options.stream().filter(edit -> edit.form() == Edit.Form.REMOVE_STATEMENT).findFirst().orElseThrow();
        causes.add(new Cause(options, removal));
      } else if (detached.add(denying.policyIndex())) {
        Edit removal = Edit.removePolicy(denying.policy(), denying.policyIndex(), Breadth.EVERYTHING);
        causes.add(new Cause(List.of(removal), removal));
      }
    }
    return causes;
  }

  private Cause level(Decision.Gate gate) {
    return lacking(gate.kind(), gate.level(), index -> isAt(gate, policies.get(index)));
  }

  private static boolean isAt(Decision.Gate gate, AttachedPolicy policy) {
    return policy.document().kind() == gate.kind() && Objects.equals(policy.level(), gate.level());
  }

  private Cause lacking(PolicyKind kind, @Nullable String level, Predicate<Integer> asked) {
    List<Edit> options = AllowOptions.of(policies, outcomes, request, kind, level, index -> !detached.contains(index) && asked.test(index));
    Edit surest = options.stream().filter(edit -> edit.form() != Edit.Form.CHANGE_ELEMENT).findFirst().orElse(options.getFirst());
    return new Cause(options, surest);
  }

  /** The smallest sets of causes whose end allows the request; each holds the certain ones. */
  private List<List<Cause>> plans(List<Cause> certain, Decision left) {
    if (left.isAllowed()) {
      return List.of(certain);
    }
    List<Cause> possible = possible(left);
    List<List<Cause>> plans = new ArrayList<>();
    List<Integer> chosen = new ArrayList<>();
    int subsets = 1 << Math.min(possible.size(), COMBINED_MOST);
    for (int size = 1; size <= possible.size(); size++) {
      for (int subset = 1; subset < subsets; subset++) {
        int candidate = subset;
        if (Integer.bitCount(candidate) != size || chosen.stream().anyMatch(smaller -> (smaller & candidate) == smaller)) {
          continue;
        }
        List<Cause> plan = new ArrayList<>(certain);
        for (int index = 0; index < possible.size(); index++) {
          if ((candidate >> index & 1) == 1) {
            plan.add(possible.get(index));
          }
        }
        if (evaluate(plan.stream().map(Cause::surest).toList()).isAllowed()) {
          chosen.add(candidate);
          plans.add(plan);
        }
      }
    }
    return plans;
  }

  /** What may lack an Allow beyond the controls: the resource's own policies, the principal's, its boundaries, its session. */
  private List<Cause> possible(Decision left) {
    List<Cause> causes = new ArrayList<>();
    PolicyKind missing = left instanceof Decision.ImplicitlyDenied denied ? denied.gate().kind() : PolicyKind.IDENTITY;
    boolean onResource = missing == PolicyKind.RESOURCE || missing == PolicyKind.TRUST;
    if (onResource || anyOf(PolicyKind.RESOURCE)) {
      causes.add(lacking(onResource ? missing : PolicyKind.RESOURCE, null,
          index -> policies.get(index).document().kind() == PolicyKind.RESOURCE || policies.get(index).document().kind() == PolicyKind.TRUST));
    }
    if (request.principal().hasNoIdentityPolicies()) {
      return causes;
    }
    Predicate<Integer> ofIdentity = index -> policies.get(index).document().kind() == PolicyKind.IDENTITY;
    if (!allows(ofIdentity)) {
      causes.add(lacking(PolicyKind.IDENTITY, null, ofIdentity));
    }
    for (int index = 0; index < policies.size(); index++) {
      int boundary = index;
      if (policies.get(index).document().kind() == PolicyKind.PERMISSIONS_BOUNDARY && !detached.contains(index) && !allows(one -> one == boundary)) {
        causes.add(lacking(PolicyKind.PERMISSIONS_BOUNDARY, null, one -> one == boundary));
      }
    }
    Predicate<Integer> ofSession = index -> policies.get(index).document().kind() == PolicyKind.SESSION;
    if ((anyOf(PolicyKind.SESSION) || request.principal() instanceof Principal.FederatedUser) && !allows(ofSession)) {
      causes.add(lacking(PolicyKind.SESSION, null, ofSession));
    }
    return causes;
  }

  private boolean anyOf(PolicyKind kind) {
    return policies.stream().anyMatch(policy -> policy.document().kind() == kind);
  }

  /** Whether an Allow of those policies matches. */
  private boolean allows(Predicate<Integer> asked) {
    return outcomes.stream()
        .anyMatch(outcome -> outcome.effect() == Effect.ALLOW && outcome.matched() && !detached.contains(outcome.reference().policyIndex())
            && asked.test(outcome.reference().policyIndex()));
  }

  /** The narrowest edit for every cause, and then for one cause after the other each of its other edits. */
  private static List<List<Edit>> fillings(List<Cause> plan) {
    List<List<Edit>> fillings = new ArrayList<>();
    List<Edit> narrowest = plan.stream().map(cause -> cause.options().getFirst()).toList();
    List<Edit> surest = plan.stream().map(Cause::surest).toList();
    fillings.add(narrowest);
    fillings.add(surest);
    for (int cause = 0; cause < plan.size(); cause++) {
      for (Edit option : plan.get(cause).options()) {
        List<Edit> varied = new ArrayList<>(narrowest);
        varied.set(cause, option);
        fillings.add(varied);
      }
    }
    return fillings.stream().distinct().limit(TRIED_MOST).toList();
  }

  /** The fix, when all its edits allow and none can be left out; else null. */
  private @Nullable Fix proven(List<Edit> edits) {
    if (!evaluate(edits).isAllowed()) {
      return null;
    }
    for (int left = 0; left < edits.size(); left++) {
      List<Edit> smaller = new ArrayList<>(edits);
      smaller.remove(left);
      if (evaluate(smaller).isAllowed()) {
        return null;
      }
    }
    List<AttachedPolicy> after = Outcome.of(policies, edits).stream().filter(policy -> !policy.document().statements().isEmpty()).toList();
    return PolicySet.of(after).evaluate(request).isAllowed() ? new Fix(edits, after) : null;
  }

  private Decision evaluate(List<Edit> edits) {
    return PolicySet.of(Outcome.of(policies, edits)).evaluate(request);
  }
}
