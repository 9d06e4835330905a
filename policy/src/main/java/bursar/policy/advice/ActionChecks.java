package bursar.policy.advice;

import bursar.policy.Effect;
import bursar.policy.Located;
import bursar.policy.PatternElement;
import bursar.policy.PolicyKind;
import bursar.policy.Statement;
import bursar.policy.StatementElement;
import bursar.policy.matching.WildcardPattern;
import java.util.Optional;

/** Checks of Action and NotAction: names that do not exist, lists that are empty, actions that their resources shut out. */
final class ActionChecks {
  private ActionChecks() {}

  static void check(Review review) {
    for (Statement statement : review.document.statements()) {
      PatternElement element = statement.action();
      if (element.patterns().isEmpty()) {
        StatementElement name = element.negated() ? StatementElement.NOT_ACTION : StatementElement.ACTION;
        review.suggestion(
            "EMPTY_ARRAY_ACTION",
            statement.positionOf(name),
            name.awsName() + " is an empty list, so the statement has no effect. Fill it, or remove the statement.");
      }
      for (Located action : element.patterns()) {
        existence(review, action);
      }
      onlyStar(review, statement);
    }
  }

  private static void existence(Review review, Located action) {
    if (Review.isEveryAction(action)) {
      return;
    }
    String service = Review.serviceOf(action.text());
    WildcardPattern pattern = WildcardPattern.ignoringCase(action.text());
    if (!review.names.listsService(service)) {
      review.serviceMeantBy(service).ifPresent(meant ->
          review.error(
              "INVALID_SERVICE_IN_ACTION",
              action.position(),
              "The service " + service + " in `" + action.text() + "` does not exist. Did you mean " + meant + "?"));
      if (action.text().endsWith(":")) {
        nothing(review, action, Optional.empty());
      }
    } else if (!(pattern.isLiteral() ? review.existsAction(action.text()) : review.existsActionLike(pattern, service))) {
      nothing(review, action, pattern.isLiteral() ? review.nearestAction(action.text()) : Optional.empty());
    }
  }

  private static void nothing(Review review, Located action, Optional<String> meant) {
    boolean literal = WildcardPattern.ignoringCase(action.text()).isLiteral();
    review.error(
        "INVALID_ACTION",
        action.position(),
        (literal
                ? "There is no action `" + action.text() + "`, so naming it has no effect."
                : "No known action matches `" + action.text() + "`, so this pattern has no effect.")
            + meant.map(name -> " Did you mean `" + name + "`?").orElse(" Check the service and the name."));
  }

  /** An Allow of an action that takes no resource, on a list of resources, allows nothing. */
  private static void onlyStar(Review review, Statement statement) {
    PatternElement resource = statement.resource();
    if (statement.action().negated()
        || resource == null
        || resource.negated()
        || resource.patterns().isEmpty()
        || resource.texts().contains("*")
        || review.kind() == PolicyKind.RESOURCE
        || review.kind() == PolicyKind.RESOURCE_CONTROL) {
      return;
    }
    for (Located action : statement.action().patterns()) {
      if (review.names.takesOnlyStar(action.text())) {
        review.warning(
            "RESOURCE_MUST_BE_STAR",
            action.position(),
            action.text() + " cannot be limited to a resource: it matches \"Resource\": \"*\" only, so this statement does not "
                + (statement.effect() == Effect.ALLOW ? "allow" : "deny") + " it. Move it to a statement with \"*\".");
      }
    }
  }
}
