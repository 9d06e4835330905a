package bursar.policy.fix;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Condition;
import bursar.policy.Effect;
import bursar.policy.PolicyKind;
import bursar.policy.PolicySet;
import bursar.policy.Position;
import bursar.policy.Principal;
import bursar.policy.Statement;
import bursar.policy.matching.Comparison;
import bursar.policy.matching.ConditionOperator;
import bursar.policy.matching.ConditionOperator.Quantifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The smallest deny that ends an allowed request: of just its action, on just its resource, to just its principal. */
final class SmallestDeny {
  private SmallestDeny() {}

  static FixAnswer of(List<AttachedPolicy> policies, AccessRequest request) {
    List<Edit> options = new ArrayList<>();
    if (!request.principal().hasNoIdentityPolicies() && !(request.principal() instanceof Principal.AccountRoot)) {
      options.add(ofPrincipal(request));
    }
    for (int index = 0; index < policies.size(); index++) {
      AttachedPolicy policy = policies.get(index);
      PolicyKind kind = policy.document().kind();
      if ((kind == PolicyKind.RESOURCE || kind == PolicyKind.TRUST) && !AllowOptions.isAwsOwn(policy)) {
        Statement deny = Rewriting.exactly(Effect.DENY, kind, request, policy.document().effectiveVersion().hasVariables());
        boolean everyone = deny.principal() != null && deny.principal().everyone();
        options.add(Edit.addStatement(policy, index, deny, everyone ? Breadth.EVERYTHING : 1));
      }
    }
    List<Fix> fixes = new ArrayList<>();
    for (Edit option : options) {
      List<AttachedPolicy> after = Outcome.of(policies, List.of(option));
      if (!PolicySet.of(after).evaluate(request).isAllowed()) {
        fixes.add(new Fix(List.of(option), after));
      }
    }
    fixes.sort(Comparator.comparingInt(Fix::breadth));
    return fixes.isEmpty() ? FixAnswer.none(reason(request)) : new FixAnswer(fixes, null);
  }

  private static String reason(AccessRequest request) {
    return request.principal() instanceof Principal.AccountRoot
        ? "No policy of an account limits its own root user; only a service control policy of its organization does."
        : "Nothing that is attached to " + request.principalArn() + " can deny this, and the resource has no policy that could.";
  }

  /** A policy of the principal's own; for a session it is the role's, and narrowed down to the session where the request tells its id. */
  private static Edit ofPrincipal(AccessRequest request) {
    Statement deny = Rewriting.exactly(Effect.DENY, PolicyKind.IDENTITY, request, true);
    List<String> ids = request.context().get("aws:userid");
    int breadth = 0;
    if (request.principal() instanceof Principal.RoleSession || request.principal() instanceof Principal.FederatedUser) {
      breadth = 4;
      if (ids.size() == 1) {
        breadth = 0;
        String id = Literals.value(ids.getFirst(), Comparison.STRING_EQUALS, true);
        deny = Rewriting.withConditions(deny, List.of(new Condition(
            new ConditionOperator(Quantifier.NONE, Comparison.STRING_EQUALS, false), "aws:userid", List.of(Rewriting.located(id)), Position.START)));
      }
    }
    return Edit.addPolicy(Rewriting.policy("NewDeny", null, "new " + PolicyKind.IDENTITY.noun(), PolicyKind.IDENTITY, null, deny), breadth,
        "Give " + request.principalArn() + " a new policy of its own:");
  }
}
