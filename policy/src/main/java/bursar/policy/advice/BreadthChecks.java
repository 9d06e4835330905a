package bursar.policy.advice;

import bursar.policy.Effect;
import bursar.policy.Located;
import bursar.policy.PatternElement;
import bursar.policy.PolicyKind;
import bursar.policy.Position;
import bursar.policy.Statement;
import bursar.policy.StatementElement;

/** Checks of identity-based policies that allow more than was meant: everything, everything but, any role to any service. */
final class BreadthChecks {
  private BreadthChecks() {}

  static void check(Review review) {
    if (review.kind() != PolicyKind.IDENTITY) {
      return;
    }
    for (Statement statement : review.document.statements()) {
      if (statement.effect() == Effect.ALLOW && statement.resource() != null) {
        whole(review, statement, statement.resource());
        rolePassing(review, statement, statement.resource());
        serviceLinkedRoles(review, statement, statement.resource());
      }
    }
  }

  private static void whole(Review review, Statement statement, PatternElement resource) {
    if (!statement.conditions().isEmpty()) {
      return;
    }
    boolean everyResource = !resource.negated() && resource.texts().contains("*");
    boolean everyAction = !statement.action().negated() && statement.action().patterns().stream().anyMatch(Review::isEveryAction);
    if (everyAction && everyResource) {
      review.securityWarning(
          "ALLOW_EVERYTHING",
          statement.positionOf(StatementElement.ACTION),
          "This statement allows every action on every resource, billing and payments included as soon as the account lets"
              + " IAM users reach billing. Name the actions, or add a statement that denies what must stay closed.");
    } else if (statement.action().negated() && everyResource) {
      review.securityWarning(
          "ALLOW_ALL_BUT",
          statement.positionOf(StatementElement.NOT_ACTION),
          "This statement allows every action except those listed, actions of new services included. To refuse actions,"
              + " write a Deny; to allow some, list them under Action.");
    } else if (resource.negated()) {
      review.securityWarning(
          "ALLOW_ALL_RESOURCES_BUT",
          statement.positionOf(StatementElement.NOT_RESOURCE),
          "This statement allows its actions on every resource except those listed, new ones included. List the resources"
              + " under Resource instead.");
    }
  }

  private static void rolePassing(Review review, Statement statement, PatternElement resource) {
    String form = form(statement, resource, "iam:passrole");
    boolean oneService = statement.conditions().stream().anyMatch(condition -> condition.key().equalsIgnoreCase("iam:PassedToService"));
    if (!form.isEmpty() && !oneService) {
      review.securityWarning(
          "PASS_ROLE_WITH_" + form,
          place(statement, form, "iam:passrole"),
          "This statement lets its holder pass " + (resource.negated() ? "nearly any" : "any")
              + " role to any service, and so gain that role's rights. Name the roles under Resource, or add a condition on"
              + " iam:PassedToService.");
    }
  }

  private static void serviceLinkedRoles(Review review, Statement statement, PatternElement resource) {
    String form = form(statement, resource, "iam:createservicelinkedrole");
    boolean oneService = statement.conditions().stream().anyMatch(condition -> condition.key().equalsIgnoreCase("iam:AWSServiceName"));
    if (!form.isEmpty() && !oneService) {
      review.warning(
          "CREATE_SLR_WITH_" + form,
          place(statement, form, "iam:createservicelinkedrole"),
          "This statement lets its holder create the service-linked roles of any service. Name the roles under Resource, or add a"
              + " condition on iam:AWSServiceName.");
    }
  }

  /** Which of Access Analyzer's six forms of a too broad grant of an action a statement has; empty when it has none. */
  private static String form(Statement statement, PatternElement resource, String action) {
    if (!Review.matches(statement, action)) {
      return "";
    }
    boolean everywhere = !resource.negated() && resource.texts().stream().anyMatch(BreadthChecks::isEveryRole);
    if (!resource.negated() && !everywhere) {
      return "";
    }
    boolean named = statement.action().texts().stream().anyMatch(action::equalsIgnoreCase);
    if (statement.action().negated()) {
      return resource.negated() ? "NOT_ACTION_AND_NOT_RESOURCE" : "STAR_IN_RESOURCE_AND_NOT_ACTION";
    }
    if (named) {
      return resource.negated() ? "NOT_RESOURCE" : "STAR_IN_RESOURCE";
    }
    return resource.negated() ? "STAR_IN_ACTION_AND_NOT_RESOURCE" : "STAR_IN_ACTION_AND_RESOURCE";
  }

  private static boolean isEveryRole(String resource) {
    String[] parts = resource.split(":", 6);
    return resource.equals("*") || (parts.length == 6 && (parts[5].equals("*") || parts[5].equals("role/*") || parts[5].equals("role*")));
  }

  private static Position place(Statement statement, String form, String action) {
    return statement.action().patterns().stream()
        .filter(pattern -> pattern.text().equalsIgnoreCase(action))
        .findFirst()
        .map(Located::position)
        .orElse(statement.positionOf(form.contains("NOT_ACTION") ? StatementElement.NOT_ACTION : StatementElement.ACTION));
  }
}
