package bursar.policy.residual;

import bursar.policy.AccessRequest;
import bursar.policy.Condition;
import bursar.policy.Connectives;
import bursar.policy.PatternElement;
import bursar.policy.Statement;
import bursar.policy.StatementReference;
import bursar.policy.matching.ArnPattern;
import bursar.policy.matching.Comparison;
import bursar.policy.matching.TextTemplate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the statements still ask of the unknown keys, put together as simplified formulas. */
final class PartialStatements implements Connectives<Residual> {
  private static final int ARN_PARTS = 6;

  private final AccessRequest request;
  private final KnownPart known;
  private final PartialConditions conditions;
  private final @Nullable String[] resourceParts;

  PartialStatements(AccessRequest request, UnknownKeys unknown) {
    this.request = request;
    this.known = new KnownPart(request.context(), unknown);
    this.conditions = new PartialConditions(known);
    this.resourceParts = request.resource().split(":", ARN_PARTS);
  }

  @Override
  public Residual all(List<Residual> formulas) {
    return Residual.all(formulas);
  }

  @Override
  public Residual any(List<Residual> formulas) {
    return Residual.any(formulas);
  }

  @Override
  public Residual not(Residual formula) {
    return Residual.negation(formula);
  }

  @Override
  public Residual restMatches(StatementReference reference) {
    Statement statement = reference.statement();
    boolean variables = reference.policy().document().effectiveVersion().hasVariables();
    List<Residual> asked = new ArrayList<>();
    asked.add(resourceMatches(statement.resource(), variables));
    for (Condition condition : statement.conditions()) {
      if (asked.contains(Residual.FALSE)) {
        return Residual.FALSE;
      }
      asked.add(conditions.of(condition, variables));
    }
    return Residual.all(asked);
  }

  private Residual resourceMatches(@Nullable PatternElement element, boolean variables) {
    if (element == null) {
      return Residual.TRUE;
    }
    if (element.patterns().isEmpty()) {
      return Residual.FALSE;
    }
    Residual named = named(element.texts(), variables);
    return element.negated() ? Residual.negation(named) : named;
  }

  private Residual named(List<String> patterns, boolean variables) {
    if (patterns.contains("*")) {
      return Residual.TRUE;
    }
    List<String> open = new ArrayList<>();
    for (String text : patterns) {
      ArnPattern pattern = ArnPattern.ofResource(text, variables);
      if (!known.leavesOpen(pattern.parts())) {
        if (pattern.matches(request.resource(), request.context())) {
          return Residual.TRUE;
        }
      } else if (resourceParts.length == ARN_PARTS && firstFivePartsMatch(pattern.parts())) {
        String sixth = known.filledIn(pattern.parts().getLast(), true);
        if (sixth != null) {
          open.add(sixth);
        }
      }
    }
    return open.isEmpty()
        ? Residual.FALSE
        : conditions.knownTextsMatch(Comparison.STRING_LIKE, List.of(resourceParts[ARN_PARTS - 1]), open);
  }

  private boolean firstFivePartsMatch(List<TextTemplate> parts) {
    for (int part = 0; part < ARN_PARTS - 1; part++) {
      if (!parts.get(part).matches(resourceParts[part], request.context())) {
        return false;
      }
    }
    return true;
  }
}
