package bursar.policy.residual;

import bursar.policy.matching.ConditionOperator;
import bursar.policy.matching.ConditionOperator.Quantifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What conditions and their negations say of each other: which follows from which, and which two are one. Only what can be seen
 * from the way they are written is found; what is not found is merely not simplified.
 */
final class Literals {
  /** Of very many facts on one key, so many are compared with others; equal ones and absence are always found. */
  private static final int COMPARED_MOST = 64;

  /** Literals that are true, by what they look at. */
  private final Map<OpenCondition.Subject, Set<Residual>> facts = new HashMap<>();

  static boolean isLiteral(Residual formula) {
    return formula instanceof OpenCondition || formula instanceof Residual.Not;
  }

  void add(Residual literal) {
    facts.computeIfAbsent(conditionOf(literal).subject(), subject -> new LinkedHashSet<>()).add(literal);
  }

  void remove(Residual literal) {
    Set<Residual> alike = facts.get(conditionOf(literal).subject());
    if (alike != null) {
      alike.remove(literal);
    }
  }

  /** Whether a literal follows from one of the facts. */
  boolean entail(Residual literal) {
    OpenCondition.Subject subject = conditionOf(literal).subject();
    Set<Residual> alike = facts.getOrDefault(subject, Set.of());
    if (alike.contains(literal)) {
      return true;
    }
    if (subject instanceof OpenCondition.Subject.UnknownKey key && alike.size() > COMPARED_MOST) {
      OpenCondition absence = OpenCondition.absenceOf(key);
      if (alike.contains(absence) && implies(absence, literal)) {
        return true;
      }
    }
    return alike.stream().limit(COMPARED_MOST).anyMatch(fact -> implies(fact, literal));
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
        ? from.hasValuesOf(condition)
        : condition.hasValuesOf(from);
  }

  private static boolean excludes(OpenCondition one, OpenCondition other) {
    return one.subject().equals(other.subject())
        && (one.isAbsence() && !other.holdsWhenAbsent() || other.isAbsence() && !one.holdsWhenAbsent());
  }

  /** The same facts with negated conditions that differ in their values only made one: none of all the values fits. */
  static List<Residual> merged(Collection<Residual> literals) {
    record Alike(OpenCondition.Subject subject, ConditionOperator operator) {}
    Map<Alike, List<OpenCondition>> negated = new LinkedHashMap<>();
    List<Residual> merged = new ArrayList<>();
    for (Residual literal : literals) {
      OpenCondition condition = conditionOf(literal);
      boolean mayMerge =
          literal instanceof Residual.Not
              && condition.operator().quantifier() == Quantifier.NONE
              && !condition.operator().comparison().negated()
              && !condition.isAbsence();
      if (mayMerge) {
        negated.computeIfAbsent(new Alike(condition.subject(), condition.operator()), alike -> new ArrayList<>()).add(condition);
      } else {
        merged.add(literal);
      }
    }
    negated.forEach(
        (alike, conditions) -> {
          List<String> values = conditions.stream().flatMap(condition -> condition.values().stream()).toList();
          boolean single = conditions.size() == 1;
          merged.add(new Residual.Not(single ? conditions.getFirst() : new OpenCondition(alike.subject(), alike.operator(), values)));
        });
    return merged;
  }
}
