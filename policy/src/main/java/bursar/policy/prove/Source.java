package bursar.policy.prove;

import bursar.policy.Condition;
import bursar.policy.PatternElement;
import bursar.policy.Statement;
import bursar.policy.StatementReference;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A statement that takes part in a question; what does not depend on the question is worked out once. */
final class Source {
  private static final Bindings NOTHING_KNOWN = Bindings.of(Map.of(), Set.of());

  private final StatementReference reference;
  private final boolean variables;
  private final Set<String> variableKeys;
  private final boolean halfCharacters;
  private @Nullable Clause clause;

  private Source(StatementReference reference, boolean variables) {
    this.reference = reference;
    this.variables = variables;
    this.variableKeys = Set.copyOf(variableKeys(reference.statement(), variables));
    this.halfCharacters =
        reference.statement().toString().codePoints().anyMatch(code -> code >= 0xD800 && code <= 0xDFFF);
  }

  static Source of(StatementReference reference) {
    return new Source(reference, reference.policy().document().effectiveVersion().hasVariables());
  }

  /** Where it stands. */
  StatementReference reference() {
    return reference;
  }

  /** What it says. */
  Statement statement() {
    return reference.statement();
  }

  /** Whether its policy's version has variables. */
  boolean variables() {
    return variables;
  }

  /** The keys of the policy variables in it, in lower case. */
  Set<String> variableKeys() {
    return variableKeys;
  }

  /** Whether a text in it holds half of a surrogate pair. */
  boolean hasHalfCharacters() {
    return halfCharacters;
  }

  /** The statement as literals. */
  Clause clause(Bindings bindings) {
    if (!variableKeys.isEmpty()) {
      return Clause.of(this, bindings);
    }
    Clause known = clause;
    if (known == null) {
      known = Clause.of(this, NOTHING_KNOWN);
      clause = known;
    }
    return known;
  }

  private static Set<String> variableKeys(Statement statement, boolean variables) {
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
}
