package bursar.policy.residual;

import bursar.policy.matching.ConditionOperator.Quantifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What conditions and their negations say of each other: which follows from which, and which two are one. Only what can be seen
 * from the way they are written is found; what is not found is merely not simplified.
 */
final class Literals {
  /** Literals that are true, by what they look at. */
  private final Map<Object, List<Residual>> facts = new HashMap<>();

  static boolean isLiteral(Residual formula) {
    return formula instanceof OpenCondition || formula instanceof Residual.Not;
  }

  void add(Residual literal) {
    facts.computeIfAbsent(conditionOf(literal).subject(), subject -> new ArrayList<>()).add(literal);
  }

  void remove(Residual literal) {
    facts.getOrDefault(conditionOf(literal).subject(), new ArrayList<>()).remove(literal);
  }

  /** Whether a literal follows from one of the facts. */
  boolean entail(Residual literal) {
    for (Residual fact : facts.getOrDefault(conditionOf(literal).subject(), List.of())) {
      if (implies(fact, literal)) {
        return true;
      }
    }
    return false;
  }

  static OpenCondition conditionOf(Residual literal) {
    return switch (literal) {
      case OpenCondition condition -> condition;
      case Residual.Not not -> not.condition();
      case Residual.True _, Residual.False _, Residual.And _, Residual.Or _ ->
          throw new IllegalArgumentException("Not a condition or its negation: " + literal);
    };
  }

  /** Whether the second literal is true wherever the first is. */
  static boolean implies(Residual one, Residual other) {
    OpenCondition first = conditionOf(one);
    OpenCondition second = conditionOf(other);
    boolean firstStands = one instanceof OpenCondition;
    boolean secondStands = other instanceof OpenCondition;
    if (firstStands) {
      return secondStands ? follows(first, second) : excludes(first, second);
    }
    return !secondStands && follows(second, first);
  }

  private static boolean follows(OpenCondition from, OpenCondition condition) {
    if (from.equals(condition)) {
      return true;
    }
    if (!from.subject().equals(condition.subject())) {
      return false;
    }
    if (from.isAbsence()) {
      return condition.holdsWhenAbsent();
    }
    if (from.operator().comparison() != condition.operator().comparison()
        || from.operator().quantifier() != condition.operator().quantifier()
        || from.operator().ifExists() && !condition.operator().ifExists()) {
      return false;
    }
    return from.operator().comparison().negated()
        ? from.values().containsAll(condition.values())
        : condition.values().containsAll(from.values());
  }

  private static boolean excludes(OpenCondition one, OpenCondition other) {
    return one.subject().equals(other.subject())
        && (one.isAbsence() && !other.holdsWhenAbsent() || other.isAbsence() && !one.holdsWhenAbsent());
  }

  /** The same facts with negated conditions that differ in their values only made one: none of all the values fits. */
  static List<Residual> merged(Collection<Residual> literals) {
    Map<List<Object>, OpenCondition> negated = new LinkedHashMap<>();
    List<Residual> merged = new ArrayList<>();
    for (Residual literal : literals) {
      OpenCondition condition = conditionOf(literal);
      boolean mayMerge =
          literal instanceof Residual.Not
              && condition.operator().quantifier() == Quantifier.NONE
              && !condition.operator().comparison().negated()
              && !condition.isAbsence();
      if (mayMerge) {
        negated.merge(List.of(condition.subject(), condition.operator()), condition, Literals::withBothValues);
      } else {
        merged.add(literal);
      }
    }
    negated.values().forEach(condition -> merged.add(new Residual.Not(condition)));
    return merged;
  }

  private static OpenCondition withBothValues(OpenCondition one, OpenCondition other) {
    List<String> values = new ArrayList<>(one.values());
    values.addAll(other.values());
    return new OpenCondition(one.subject(), one.operator(), values);
  }
}
