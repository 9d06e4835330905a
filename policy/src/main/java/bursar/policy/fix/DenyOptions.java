package bursar.policy.fix;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Condition;
import bursar.policy.Located;
import bursar.policy.PatternElement;
import bursar.policy.Position;
import bursar.policy.PrincipalElement;
import bursar.policy.Statement;
import bursar.policy.StatementElement;
import bursar.policy.StatementReference;
import bursar.policy.matching.Comparison;
import bursar.policy.matching.ConditionOperator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ways to keep one Deny statement from matching a request; each of them is enough, the last resort is to remove it. */
final class DenyOptions {
  private static final String PRINCIPAL_ARN = "aws:PrincipalArn";

  private final AttachedPolicy policy;
  private final int policyIndex;
  private final int index;
  private final Statement statement;
  private final AccessRequest request;
  private final boolean variables;
  private final List<Edit> options = new ArrayList<>();
  private final int principals;
  private final int actions;
  private final int resources;

  private DenyOptions(StatementReference denying, AccessRequest request) {
    this.policy = denying.policy();
    this.policyIndex = denying.policyIndex();
    this.index = denying.index();
    this.statement = denying.statement();
    this.request = request;
    this.variables = policy.document().effectiveVersion().hasVariables();
    this.principals = Breadth.ofPrincipals(statement, policy.document().kind());
    this.actions = Breadth.of(statement.action());
    this.resources = Breadth.ofResources(statement, request);
  }

  /** The narrowest first; at least one. */
  static List<Edit> of(StatementReference denying, AccessRequest request) {
    DenyOptions search = new DenyOptions(denying, request);
    search.exceptByCondition();
    search.exceptAction();
    search.exceptResource();
    search.exceptPrincipal();
    search.exceptArn();
    int all = search.principals + search.actions + search.resources + 1;
    search.options.add(Edit.removeStatement(search.policy, search.policyIndex, search.index, all));
    search.options.sort(Comparator.comparingInt(Edit::breadth));
    return search.options;
  }

  private void offer(StatementElement element, Statement result, int breadth, String doing) {
    if (!Rewriting.matches(policy, result, request)) {
      options.add(Edit.change(policy, policyIndex, index, element, result, breadth, doing));
    }
  }

  private void exceptByCondition() {
    ConditionEdits edits = new ConditionEdits(request.context(), variables);
    for (int at = 0; at < statement.conditions().size(); at++) {
      Condition condition = statement.conditions().get(at);
      ConditionEdits.Changed changed = edits.madeFalse(condition);
      if (changed != null && changed.condition() != null) {
        List<Condition> conditions = new ArrayList<>(statement.conditions());
        conditions.set(at, changed.condition());
        boolean ofPrincipal = condition.key().equalsIgnoreCase(PRINCIPAL_ARN) && changed.doing().startsWith("add");
        offer(StatementElement.CONDITION, Rewriting.withConditions(statement, conditions),
            (ofPrincipal ? 0 : principals) + actions + resources, changed.doing());
      }
    }
  }

  private void exceptAction() {
    PatternElement element = statement.action();
    int breadth = principals + resources;
    if (element.negated()) {
      offer(StatementElement.NOT_ACTION, Rewriting.withAction(statement, Rewriting.plus(element, request.action())), breadth,
          "add " + request.action() + " to NotAction");
    } else if (element.texts().equals(List.of("*"))) {
      PatternElement others = new PatternElement(true, List.of(Rewriting.located(request.action())));
      offer(StatementElement.ACTION, Rewriting.withAction(statement, others), breadth,
          "write \"NotAction\": \"" + request.action() + "\" in place of \"Action\": \"*\"");
    } else if (element.patterns().size() > 1) {
      offer(StatementElement.ACTION, Rewriting.withAction(statement, Rewriting.minus(element, request.action())), breadth,
          "take " + request.action() + " out of Action");
    }
  }

  private void exceptResource() {
    PatternElement element = statement.resource();
    String literal = Literals.resource(request.resource(), variables);
    if (element == null || literal.equals("*")) {
      return;
    }
    int breadth = principals + actions;
    if (element.negated()) {
      offer(StatementElement.NOT_RESOURCE, Rewriting.withResource(statement, Rewriting.plus(element, literal)), breadth,
          "add " + literal + " to NotResource");
    } else if (element.texts().equals(List.of("*"))) {
      PatternElement others = new PatternElement(true, List.of(Rewriting.located(literal)));
      offer(StatementElement.RESOURCE, Rewriting.withResource(statement, others), breadth,
          "write \"NotResource\": \"" + literal + "\" in place of \"Resource\": \"*\"");
    } else if (element.patterns().size() > 1) {
      offer(StatementElement.RESOURCE, Rewriting.withResource(statement, Rewriting.minus(element, literal)), breadth,
          "take " + literal + " out of Resource");
    }
  }

  private void exceptPrincipal() {
    PrincipalElement element = statement.principal();
    if (element == null || element.everyone() || element.negated()) {
      return;
    }
    Map<String, List<Located>> named = new LinkedHashMap<>();
    element.named().forEach((type, names) -> {
      List<Located> kept = names.stream().filter(name -> !name.text().equals(request.principalArn())).toList();
      if (!kept.isEmpty()) {
        named.put(type, kept);
      }
    });
    if (!named.isEmpty() && !named.equals(element.named())) {
      offer(StatementElement.PRINCIPAL, Rewriting.withPrincipal(statement, new PrincipalElement(false, false, named)), actions + resources,
          "take " + request.principalArn() + " out of Principal");
    }
  }

  /** A new exception by the principal's ARN, where the request carries it. */
  private void exceptArn() {
    List<String> arns = request.context().get(PRINCIPAL_ARN);
    ConditionOperator operator = new ConditionOperator(ConditionOperator.Quantifier.NONE, Comparison.STRING_NOT_EQUALS, false);
    boolean taken = statement.conditions().stream()
        .anyMatch(condition -> condition.operator().equals(operator) && condition.key().equalsIgnoreCase(PRINCIPAL_ARN));
    if (arns.size() != 1 || taken) {
      return;
    }
    String literal = Literals.value(arns.getFirst(), Comparison.STRING_NOT_EQUALS, variables);
    List<Condition> conditions = new ArrayList<>(statement.conditions());
    conditions.add(new Condition(operator, PRINCIPAL_ARN, List.of(Rewriting.located(literal)), Position.START));
    offer(StatementElement.CONDITION, Rewriting.withConditions(statement, conditions), actions + resources,
        "add the condition StringNotEquals aws:PrincipalArn \"" + literal + "\", which excepts this principal");
  }
}
