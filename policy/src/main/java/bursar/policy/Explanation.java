package bursar.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Why a set of policies decided as it did.
 *
 * @param request the question
 * @param decision the answer
 * @param gates what every gate said, in AWS's order
 * @param statements every statement, the deciding ones first, then the other matching ones, then those that missed by
 *     least
 */
public record Explanation(
    AccessRequest request, Decision decision, List<GateOutcome> gates, List<StatementExplanation> statements) {
  static Explanation of(
      AccessRequest request, Decision decision, List<GateOutcome> gates, List<CompiledStatement> compiled) {
    Set<StatementReference> deciding = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    deciding.addAll(decision.statements());
    List<StatementExplanation> explanations = new ArrayList<>(compiled.size());
    for (CompiledStatement statement : compiled) {
      explanations.add(
          new StatementExplanation(
              statement.reference, decision, deciding.contains(statement.reference), misses(statement, request)));
    }
    Effect wanted = decision.isAllowed() ? Effect.DENY : Effect.ALLOW;
    explanations.sort(Comparator.comparingInt(explanation -> explanation.distance(wanted)));
    return new Explanation(request, decision, gates, List.copyOf(explanations));
  }

  private static List<Miss> misses(CompiledStatement compiled, AccessRequest request) {
    Statement statement = compiled.reference.statement();
    List<Miss> misses = new ArrayList<>(0);
    if (!compiled.matchesPrincipal(request)) {
      misses.add(new Miss.OfPrincipal(request.principal(), statement.principal(), compiled.reference.policy().document().kind()));
    }
    if (!compiled.matchesAction(request.action())) {
      misses.add(new Miss.OfAction(request.action(), statement.action()));
    }
    PatternElement resource = statement.resource();
    if (resource != null && !compiled.matchesResource(request)) {
      misses.add(new Miss.OfResource(request.resource(), resource));
    }
    List<Condition> conditions = statement.conditions();
    for (int index = 0; index < conditions.size(); index++) {
      if (!compiled.conditionHolds(index, request.context())) {
        Condition condition = conditions.get(index);
        misses.add(new Miss.OfCondition(condition, request.context().get(condition.key())));
      }
    }
    return List.copyOf(misses);
  }

  /** The statements that decided, in the order of the policies. */
  public List<StatementExplanation> deciding() {
    return statements.stream().filter(StatementExplanation::deciding).toList();
  }

  /** The condition keys that some statement asks for and the request does not carry, in lower case. */
  public Set<String> missingKeys() {
    Set<String> keys = new HashSet<>();
    for (StatementExplanation statement : statements) {
      for (Condition condition : statement.reference().statement().conditions()) {
        if (request.context().get(condition.key()).isEmpty()) {
          keys.add(condition.key().toLowerCase(java.util.Locale.ROOT));
        }
      }
    }
    return Set.copyOf(keys);
  }
}
