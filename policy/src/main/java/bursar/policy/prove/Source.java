package bursar.policy.prove;

import bursar.policy.Condition;
import bursar.policy.PatternElement;
import bursar.policy.Statement;
import bursar.policy.StatementReference;
import java.util.Set;
import java.util.TreeSet;

/**
 * A statement that takes part in a question.
 *
 * @param reference where it stands
 * @param statement what it says
 * @param variables whether its policy's version has variables
 */
record Source(StatementReference reference, Statement statement, boolean variables) {
  static Source of(StatementReference reference) {
    return new Source(
        reference, reference.statement(), reference.policy().document().effectiveVersion().hasVariables());
  }

  /** The keys of the policy variables in it, in lower case. */
  Set<String> variableKeys() {
    Set<String> keys = new TreeSet<>();
    if (!variables) {
      return keys;
    }
    PatternElement resource = statement.resource();
    if (resource != null) {
      for (String text : resource.texts()) {
        String[] parts = text.split(":", 6);
        keys.addAll(PatternReader.variableKeys(parts[parts.length - 1]));
      }
    }
    for (Condition condition : statement.conditions()) {
      if (condition.operator().comparison().takesVariables()) {
        condition.texts().forEach(text -> keys.addAll(PatternReader.variableKeys(text)));
      }
    }
    return keys;
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
