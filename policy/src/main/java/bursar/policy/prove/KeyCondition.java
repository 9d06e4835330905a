package bursar.policy.prove;

import bursar.policy.Condition;
import bursar.policy.matching.Comparison.Family;
import bursar.policy.matching.Comparison;
import bursar.policy.matching.ConditionOperator;
import bursar.policy.matching.ConditionOperator.Quantifier;
import bursar.policy.matching.ConditionTest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A condition made ready for proofs: what it asks of the values of its key. */
final class KeyCondition {
  private final String key;
  private final ConditionOperator operator;
  private final List<String> written;
  private final @Nullable TextSet texts;
  private final @Nullable ConditionTest single;

  KeyCondition(Condition condition, PatternReader reader, boolean variables) {
    this.key = condition.key().toLowerCase(Locale.ROOT);
    this.operator = condition.operator();
    this.written = condition.texts();
    Comparison comparison = operator.comparison();
    boolean textual =
        switch (comparison.family()) {
          case STRING, ARN, BOOL -> true;
          case NUMERIC, DATE, BINARY, IP, EXISTENCE -> false;
        };
    this.texts = textual ? reader.values(comparison, written, variables) : null;
    this.single =
        textual
            ? null
            : ConditionTest.of(new ConditionOperator(Quantifier.NONE, comparison, false), key, written, variables);
  }

  String key() {
    return key;
  }

  Family family() {
    return operator.comparison().family();
  }

  /** The policy's values as written. */
  List<String> written() {
    return written;
  }

  /** The texts that one of the policy's values matches; null when the comparison reads scalars. */
  @Nullable TextSet texts() {
    return texts;
  }

  /** Whether one of the policy's values matches a scalar, for a negated comparison as for its positive twin. */
  boolean matchesScalar(String value) {
    return single != null && single.holds(name -> List.of(value)) != operator.comparison().negated();
  }

  boolean negated() {
    return operator.comparison().negated();
  }

  Quantifier quantifier() {
    return operator.quantifier();
  }

  /** Whether the condition is about the key's presence alone, and so {@link #holdsWhenPresent} says everything. */
  boolean isExistence() {
    return operator.comparison() == Comparison.NULL;
  }

  boolean holdsWhenAbsent() {
    if (isExistence()) {
      return single != null && single.holds(name -> List.of());
    }
    return operator.ifExists()
        || switch (operator.quantifier()) {
          case NONE -> operator.comparison().negated();
          case FOR_ALL_VALUES -> true;
          case FOR_ANY_VALUE -> false;
        };
  }

  /** For a condition on presence: whether it holds when the key is there. */
  boolean holdsWhenPresent() {
    return single != null && single.holds(name -> List.of("x"));
  }

  /** What a condition, or its contrary, asks of the values of a key that is present and not all empty texts. */
  record Demand(boolean everyValue, boolean matching) {}

  /** The demand of the condition, or of its contrary; not for a condition on presence. */
  Demand demand(boolean holds) {
    boolean passing = !negated();
    Demand demand =
        switch (operator.quantifier()) {
          case NONE -> negated() ? new Demand(true, false) : new Demand(false, true);
          case FOR_ALL_VALUES -> new Demand(true, passing);
          case FOR_ANY_VALUE -> new Demand(false, passing);
        };
    return holds ? demand : new Demand(!demand.everyValue(), !demand.matching());
  }
}
