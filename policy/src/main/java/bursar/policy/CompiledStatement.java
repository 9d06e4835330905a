package bursar.policy;

import bursar.policy.matching.ArnPattern;
import bursar.policy.matching.ConditionTest;
import bursar.policy.matching.WildcardPattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement made ready to be asked: its patterns and conditions read once. */
final class CompiledStatement {
  /** A Resource pattern: null stands for {@code *}, which alone matches the request's literal {@code *}. */
  private static final @Nullable ArnPattern[] NO_PATTERNS = {};

  final StatementReference reference;
  /** Its place among all statements of the set, by which answers are ordered. */
  final int order;
  final boolean notAction;
  final WildcardPattern[] actions;
  /** Whether an index may come upon it by more than one of its patterns. */
  final boolean mayBeFoundTwice;
  /** Null when the statement is about whomever its policy is attached to. */
  private final @Nullable PrincipalTest principals;

  private final boolean bindsEveryone;
  private final boolean anyResource;
  private final boolean notResource;
  private final boolean emptyResource;
  private final @Nullable ArnPattern[] resources;
  private final ConditionTest[] conditions;

  CompiledStatement(StatementReference reference, int order, Statement statement) {
    this.reference = reference;
    this.order = order;
    PolicyDocument document = reference.policy().document();
    boolean variables = document.effectiveVersion().hasVariables();
    PrincipalElement principal = statement.principal();
    this.principals = principal == null ? null : new PrincipalTest(principal, statement.effect());
    this.bindsEveryone = !document.kind().isControl();
    this.notAction = statement.action().negated();
    this.actions = statement.action().texts().stream().map(CompiledStatement::actionPattern).toArray(WildcardPattern[]::new);
    PatternElement element = statement.resource();
    this.anyResource = element == null;
    this.notResource = element != null && element.negated();
    this.emptyResource = element != null && element.patterns().isEmpty();
    this.resources = element == null ? NO_PATTERNS : patterns(element.texts(), variables);
    this.mayBeFoundTwice = actions.length > 1 || resources.length > 1;
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

  /**
   * The literal beginnings of the sixth parts of the resources it names, one of which every resource it matches has; null when
   * it may match others too.
   */
  @Nullable List<String> resourceBeginnings() {
    if (anyResource || notResource || emptyResource) {
      return null;
    }
    List<String> beginnings = new ArrayList<>(resources.length);
    for (ArnPattern pattern : resources) {
      if (pattern == null) {
        return null;
      }
      beginnings.add(pattern.literalBeginningOfResource());
    }
    return beginnings;
  }

  boolean matchesConditions(RequestContext context) {
    for (ConditionTest condition : conditions) {
      if (!condition.holds(context)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the statement is about the one who asks. */
  boolean matchesPrincipal(AccessRequest request) {
    if (principals != null && !principals.matches(request.principal(), request.context())) {
      return false;
    }
    return bindsEveryone || reference.policy().document().kind().binds(request.principal(), request.context());
  }

  /** How far this statement of a resource-based policy carries, given that it matches. */
  Grant grant(AccessRequest request) {
    return principals == null ? Grant.DIRECT : principals.grant(request.principal(), request.context());
  }

  boolean conditionHolds(int index, RequestContext context) {
    return conditions[index].holds(context);
  }

  boolean matchesBeyondAction(AccessRequest request) {
    return matchesPrincipal(request) && matchesResource(request) && matchesConditions(request.context());
  }
}
