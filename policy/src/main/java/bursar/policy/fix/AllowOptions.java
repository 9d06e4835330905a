package bursar.policy.fix;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Condition;
import bursar.policy.Effect;
import bursar.policy.Located;
import bursar.policy.Miss;
import bursar.policy.PatternElement;
import bursar.policy.PolicyKind;
import bursar.policy.Position;
import bursar.policy.PrincipalElement;
import bursar.policy.Statement;
import bursar.policy.StatementElement;
import bursar.policy.StatementExplanation;
import bursar.policy.StatementReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The ways to get an Allow out of one gate that has none for a request; each of them is enough. */
final class AllowOptions {
  private final List<AttachedPolicy> policies;
  private final List<StatementExplanation> outcomes;
  private final AccessRequest request;
  private final List<Edit> options = new ArrayList<>();

  private AllowOptions(List<AttachedPolicy> policies, List<StatementExplanation> outcomes, AccessRequest request) {
    this.policies = policies;
    this.outcomes = outcomes;
    this.request = request;
  }

  /**
   * The narrowest first; at least one.
   *
   * @param kind which gate
   * @param level which level of a control; null for the one without a name
   * @param asked which policies stand at the gate
   */
  static List<Edit> of(List<AttachedPolicy> policies, List<StatementExplanation> outcomes, AccessRequest request, PolicyKind kind,
      @Nullable String level, Predicate<Integer> asked) {
    AllowOptions search = new AllowOptions(policies, outcomes, request);
    if (kind == PolicyKind.RESOURCE_CONTROL) {
      search.options.add(search.fullAccess(level));
      return search.options;
    }
    boolean editable = false;
    for (StatementExplanation outcome : outcomes) {
      StatementReference reference = outcome.reference();
      if (asked.test(reference.policyIndex()) && outcome.effect() == Effect.ALLOW && !isAwsOwn(reference.policy())) {
        search.widen(outcome);
      }
    }
    for (int index = 0; index < policies.size(); index++) {
      if (asked.test(index) && !isAwsOwn(policies.get(index))) {
        editable |= search.addStatement(index);
      }
    }
    if (!editable || kind == PolicyKind.IDENTITY) {
      search.addPolicy(kind, level, asked);
    }
    search.options.sort(Comparator.comparingInt(Edit::breadth));
    return search.options;
  }

  static boolean isAwsOwn(AttachedPolicy policy) {
    String arn = policy.arn();
    return arn != null && arn.contains("::aws:policy/");
  }

  /** What else the policy's holders get: more than one may hold a managed policy or a group's. */
  private static int sharing(AttachedPolicy policy) {
    return policy.arn() != null || policy.via().contains("group") ? Breadth.SHARED : 0;
  }

  private boolean addStatement(int policyIndex) {
    AttachedPolicy policy = policies.get(policyIndex);
    PolicyKind kind = policy.document().kind();
    if (kind == PolicyKind.TRUST && !request.action().toLowerCase(Locale.ROOT).startsWith("sts:")) {
      return false;
    }
    Statement added = Rewriting.exactly(Effect.ALLOW, kind, request, policy.document().effectiveVersion().hasVariables());
    options.add(Edit.addStatement(policy, policyIndex, added, breadth(added) + sharing(policy)));
    return true;
  }

  private int breadth(Statement added) {
    boolean everything = added.resource() != null && added.resource().texts().contains("*") && !request.resource().equals("*");
    boolean everyone = added.principal() != null && added.principal().everyone();
    return 1 + (everything ? Breadth.EVERYTHING : 0) + (everyone ? Breadth.EVERYTHING : 0);
  }

  private void addPolicy(PolicyKind kind, @Nullable String level, Predicate<Integer> asked) {
    if (kind == PolicyKind.PERMISSIONS_BOUNDARY) {
      for (int index = 0; index < policies.size(); index++) {
        if (asked.test(index)) {
          options.add(Edit.removePolicy(policies.get(index), index, Breadth.EVERYTHING));
        }
      }
      return;
    }
    Statement added = Rewriting.exactly(Effect.ALLOW, kind, request, true);
    String who = request.principalArn();
    String doing =
        switch (kind) {
          case IDENTITY -> "Give " + who + " a new policy of its own:";
          case SESSION -> "Make the session of " + who + " with this session policy:";
          case RESOURCE -> "Give the resource " + request.resource() + " the resource-based policy";
          case TRUST -> "Give the role " + request.resource() + " the trust policy";
          case SERVICE_CONTROL, RESOURCE_CONTROL, PERMISSIONS_BOUNDARY ->
              "Attach" + (level == null || level.isEmpty() ? "" : " at level " + level) + " the new " + kind.noun();
        };
    options.add(Edit.addPolicy(Rewriting.policy("NewAllow", null, "new " + kind.noun(), kind, level, added), breadth(added), doing));
  }

  /** Resource control policies of customers may only deny; what allows at their gate is AWS's own. */
  private Edit fullAccess(@Nullable String level) {
    Statement all = new Statement(null, Effect.ALLOW, new PrincipalElement(false, true, Map.of()),
        new PatternElement(false, List.of(Rewriting.located("*"))),
        new PatternElement(false, List.of(Rewriting.located("*"))), List.of(), Position.START, Map.of());
    return Edit.addPolicy(
        Rewriting.policy("RCPFullAWSAccess", "arn:aws:organizations::aws:policy/p-RCPFullAWSAccess", "new resource control policy",
            PolicyKind.RESOURCE_CONTROL, level, all),
        0, "Attach" + (level == null || level.isEmpty() ? "" : " at level " + level) + " AWS's resource control policy RCPFullAWSAccess,"
            + " which lets pass what no other denies:");
  }

  /** Widens a statement in the one element that missed. */
  private void widen(StatementExplanation outcome) {
    List<Miss> misses = outcome.misses();
    if (misses.isEmpty() || misses.stream().map(Miss::element).distinct().count() > 1) {
      return;
    }
    StatementReference reference = outcome.reference();
    AttachedPolicy policy = reference.policy();
    Statement statement = reference.statement();
    boolean variables = policy.document().effectiveVersion().hasVariables();
    int principals = statement.principal() == null ? sharing(policy) : Breadth.ofPrincipals(statement, policy.document().kind());
    int actions = Breadth.of(statement.action());
    int resources = Breadth.ofResources(statement, request);
    switch (misses.getFirst()) {
      case Miss.OfAction missed -> {
        if (!missed.written().negated()) {
          offer(reference, StatementElement.ACTION, Rewriting.withAction(statement, Rewriting.plus(missed.written(), request.action())),
              principals + resources + Breadth.unconditioned(statement), "add " + request.action() + " to Action");
        }
      }
      case Miss.OfResource missed -> {
        String literal = Literals.resource(request.resource(), variables);
        if (!missed.written().negated()) {
          offer(reference, StatementElement.RESOURCE, Rewriting.withResource(statement, Rewriting.plus(missed.written(), literal)),
              principals + actions + Breadth.unconditioned(statement)
                  + (literal.equals("*") && !request.resource().equals("*") ? Breadth.EVERYTHING : 0),
              "add " + literal + " to Resource");
        }
      }
      case Miss.OfPrincipal missed -> widenPrincipal(reference, missed, actions + resources + Breadth.unconditioned(statement));
      case Miss.OfCondition _ -> widenConditions(reference, variables, principals + actions + resources);
    }
  }

  private void offer(StatementReference reference, StatementElement element, Statement result, int breadth, String doing) {
    if (Rewriting.matches(reference.policy(), result, request)) {
      options.add(Edit.change(reference.policy(), reference.policyIndex(), reference.index(), element, result, breadth, doing));
    }
  }

  private void widenPrincipal(StatementReference reference, Miss.OfPrincipal missed, int breadth) {
    PrincipalElement element = missed.written();
    String type = Rewriting.principalType(request.principal());
    if (element == null || element.negated() || element.everyone() || type == null) {
      return;
    }
    Map<String, List<Located>> named = new LinkedHashMap<>(element.named());
    List<Located> names = new ArrayList<>(named.getOrDefault(type, List.of()));
    names.add(Rewriting.located(request.principalArn()));
    named.put(type, names);
    offer(reference, StatementElement.PRINCIPAL, Rewriting.withPrincipal(reference.statement(), new PrincipalElement(false, false, named)),
        breadth, "add " + request.principalArn() + " to Principal");
  }

  private void widenConditions(StatementReference reference, boolean variables, int breadth) {
    Statement statement = reference.statement();
    ConditionEdits edits = new ConditionEdits(request.context(), variables);
    List<Condition> conditions = new ArrayList<>();
    List<String> doings = new ArrayList<>();
    for (Condition condition : statement.conditions()) {
      if (edits.holds(condition)) {
        conditions.add(condition);
        continue;
      }
      ConditionEdits.Changed changed = edits.madeTrue(condition, statement.conditions());
      if (changed == null) {
        return;
      }
      if (changed.condition() != null) {
        conditions.add(changed.condition());
      }
      doings.add(changed.doing());
    }
    offer(reference, StatementElement.CONDITION, Rewriting.withConditions(statement, conditions),
        breadth + 2 * (doings.size() - 1) + (conditions.size() < statement.conditions().size() ? Breadth.EVERYTHING : 0),
        String.join(", and ", doings));
  }
}
