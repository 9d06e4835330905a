package bursar.policy;

import bursar.policy.matching.ArnPattern;
import bursar.policy.matching.ConditionTest;
import bursar.policy.matching.WildcardPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement made ready to be asked: its patterns and conditions read once. */
final class CompiledStatement {
  /** A Resource pattern: null stands for {@code *}, which alone matches the request's literal {@code *}. */
  private static final @Nullable ArnPattern[] NO_PATTERNS = {};

  final StatementReference reference;
  final boolean notAction;
  final WildcardPattern[] actions;
  private final boolean anyResource;
  private final boolean notResource;
  private final boolean emptyResource;
  private final @Nullable ArnPattern[] resources;
  private final ConditionTest[] conditions;

  CompiledStatement(StatementReference reference, Statement statement, boolean variables) {
    this.reference = reference;
    this.notAction = statement.action().negated();
    this.actions = statement.action().texts().stream().map(CompiledStatement::actionPattern).toArray(WildcardPattern[]::new);
    PatternElement element = statement.resource();
    this.anyResource = element == null;
    this.notResource = element != null && element.negated();
    this.emptyResource = element != null && element.patterns().isEmpty();
    this.resources = element == null ? NO_PATTERNS : patterns(element.texts(), variables);
    this.conditions =
        statement.conditions().stream()
            .map(condition -> ConditionTest.of(condition.operator(), condition.key(), condition.texts(), variables))
            .toArray(ConditionTest[]::new);
  }

  private static WildcardPattern actionPattern(String text) {
    return WildcardPattern.ignoringCase(text.equals("*:*") ? "*" : text);
  }

  private static @Nullable ArnPattern[] patterns(List<String> texts, boolean variables) {
    @Nullable ArnPattern[] patterns = new ArnPattern[texts.size()];
    for (int index = 0; index < patterns.length; index++) {
      patterns[index] = texts.get(index).equals("*") ? null : ArnPattern.ofResource(texts.get(index), variables);
    }
    return patterns;
  }

  boolean matchesAction(String action) {
    if (actions.length == 0) {
      return false;
    }
    for (WildcardPattern pattern : actions) {
      if (pattern.matches(action)) {
        return !notAction;
      }
    }
    return notAction;
  }

  boolean matchesResource(AccessRequest request) {
    if (anyResource) {
      return true;
    }
    if (emptyResource) {
      return false;
    }
    for (ArnPattern pattern : resources) {
      if (pattern == null || pattern.matches(request.resource(), request.context())) {
        return !notResource;
      }
    }
    return notResource;
  }

  boolean matchesConditions(RequestContext context) {
    for (ConditionTest condition : conditions) {
      if (!condition.holds(context)) {
        return false;
      }
    }
    return true;
  }

  boolean conditionHolds(int index, RequestContext context) {
    return conditions[index].holds(context);
  }

  boolean matchesBeyondAction(AccessRequest request) {
    return matchesResource(request) && matchesConditions(request.context());
  }
}
