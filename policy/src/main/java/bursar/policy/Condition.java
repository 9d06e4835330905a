package bursar.policy;

import bursar.policy.matching.ConditionOperator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a Condition element: an operator, a key and the values it is compared with. Two are equal when they say
 * the same, wherever they stand.
 *
 * @param operator how the values are compared
 * @param key the condition key as written; its case does not matter
 * @param values the policy's values, any of which may match
 * @param position where the key is written
 */
public record Condition(ConditionOperator operator, String key, List<Located> values, Position position) {
  /** Keeps a copy of the list. */
  public Condition {
    values = List.copyOf(values);
  }

  /** The values' texts in order. */
  public List<String> texts() {
    return values.stream().map(Located::text).toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Condition condition
        && operator.equals(condition.operator)
        && key.equals(condition.key)
        && values.equals(condition.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(operator, key, values);
  }
}
