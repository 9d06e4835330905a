package bursar.policy.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One condition, ready to be asked: an operator, a key and the policy's values, read once. */
public final class ConditionTest {
  private final ConditionOperator operator;
  private final String key;
  private final ValueTest[] tests;

  private ConditionTest(ConditionOperator operator, String key, ValueTest[] tests) {
    this.operator = operator;
    this.key = key;
    this.tests = tests;
  }

  /**
   * Prepares a condition.
   *
   * @param key the condition key in any case
   * @param policyValues the values the policy writes; a value that is not of the operator's type never matches
   * @param variables whether the policy's version has variables
   */
  public static ConditionTest of(ConditionOperator operator, String key, List<String> policyValues, boolean variables) {
    List<ValueTest> tests = new ArrayList<>(policyValues.size());
    for (String value : policyValues) {
      tests.add(ValueTest.of(operator.comparison(), value, variables));
    }
    return new ConditionTest(operator, key.toLowerCase(Locale.ROOT), tests.toArray(ValueTest[]::new));
  }

  /** The key in lower case. */
  public String key() {
    return key;
  }

  /** Whether the condition is true of a request. */
  public boolean holds(VariableSource context) {
    List<String> values = context.values(key);
    if (operator.comparison() == Comparison.NULL) {
      return passes(values.isEmpty() ? "true" : "false", context);
    }
    if (values.isEmpty()) {
      return operator.ifExists()
          || switch (operator.quantifier()) {
            case NONE -> operator.comparison().negated();
            case FOR_ALL_VALUES -> true;
            case FOR_ANY_VALUE -> false;
          };
    }
    boolean negated = operator.comparison().negated();
    return switch (operator.quantifier()) {
      case NONE -> anyPasses(values, false, context) != negated;
      case FOR_ALL_VALUES -> allEmptyTexts(values) || !anyPasses(values, !negated, context);
      case FOR_ANY_VALUE -> anyPasses(values, negated, context);
    };
  }

  /** Whether some value matches one of the policy's values, or, when inverted, matches none of them. */
  private boolean anyPasses(List<String> values, boolean inverted, VariableSource context) {
    for (int index = 0; index < values.size(); index++) {
      if (passes(values.get(index), context) != inverted) {
        return true;
      }
    }
    return false;
  }

  private boolean passes(String value, VariableSource context) {
    for (ValueTest test : tests) {
      if (test.matches(value, context)) {
        return true;
      }
    }
    return false;
  }

  /** AWS takes a set of empty texts for an empty set. */
  private static boolean allEmptyTexts(List<String> values) {
    for (int index = 0; index < values.size(); index++) {
      if (!values.get(index).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
