package bursar.policy.advice;

import bursar.policy.Condition;
import bursar.policy.Located;
import bursar.policy.Statement;
import bursar.policy.matching.Comparison.Family;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Checks of policy variables: where they stand, how they are written, and whether the version knows them. */
final class VariableChecks {
  private final Review review;
  private boolean versionReported;

  private VariableChecks(Review review) {
    this.review = review;
  }

  static void check(Review review) {
    VariableChecks checks = new VariableChecks(review);
    for (Statement statement : review.document.statements()) {
      checks.statement(statement);
    }
  }

  private void statement(Statement statement) {
    statement.action().patterns().forEach(action -> nowhere(action, "Action"));
    if (statement.principal() != null) {
      statement.principal().named().values().stream().flatMap(List::stream).forEach(name -> nowhere(name, "Principal"));
    }
    if (statement.resource() != null) {
      statement.resource().patterns().forEach(this::resource);
    }
    statement.conditions().forEach(this::condition);
  }

  private void nowhere(Located text, String element) {
    if (text.text().contains("${")) {
      review.error(
          "VARIABLE_UNSUPPORTED_IN_ELEMENT",
          text.position(),
          "Policy variables stand in Resource and Condition only; in " + element + ", `" + ConditionValueChecks.shown(text.text())
              + "` is plain text. Write the name itself.");
    }
  }

  private void resource(Located pattern) {
    String text = pattern.text();
    int first = text.indexOf("${");
    if (first < 0) {
      return;
    }
    int colons = (int) text.substring(0, first).chars().filter(character -> character == ':').count();
    if (!text.equals("*") && colons < 5 && review.document.effectiveVersion().hasVariables()) {
      review.error(
          "VARIABLE_UNSUPPORTED_IN_ELEMENT",
          pattern.position(),
          "Policy variables stand behind the fifth colon of an ARN only; in `" + ConditionValueChecks.shown(text)
              + "` one stands before it and is plain text. Write the partition, service, Region and account themselves.");
      return;
    }
    variables(pattern);
  }

  private void condition(Condition condition) {
    Family family = condition.operator().comparison().family();
    boolean filled = condition.operator().comparison().takesVariables();
    for (Located value : condition.values()) {
      if (!value.text().contains("${")) {
        continue;
      }
      if (filled) {
        variables(value);
      } else {
        review.error(
            "INVALID_VARIABLE_FOR_OPERATOR",
            value.position(),
            "Policy variables are filled in for String, Arn and Bool operators only; for " + condition.operator().awsName() + ", `"
                + ConditionValueChecks.shown(value.text()) + "` is plain text" + (family == Family.EXISTENCE ? ". Write true or false." : ". Write the value itself."));
      }
    }
  }

  private void variables(Located text) {
    if (!review.document.effectiveVersion().hasVariables()) {
      if (!versionReported) {
        versionReported = true;
        review.error(
            "VARIABLE_UNSUPPORTED_IN_VERSION",
            text.position(),
            "`" + ConditionValueChecks.shown(text.text()) + "` looks like a policy variable, but without \"Version\": \"2012-10-17\" it"
                + " is plain text. Add that version.");
      }
      return;
    }
    int at = text.text().indexOf("${");
    Set<String> seen = new HashSet<>();
    while (at >= 0) {
      int close = text.text().indexOf('}', at);
      if (close < 0) {
        review.error(
            "MISSING_BRACE_IN_VARIABLE",
            text.position(),
            "The policy variable in `" + ConditionValueChecks.shown(text.text()) + "` is not closed and so is plain text. Add the }.");
        return;
      }
      String inside = text.text().substring(at + 2, close);
      if (seen.add(inside)) {
        inside(inside, code -> sentence -> review.error(code, text.position(), sentence), text);
      }
      at = text.text().indexOf("${", close);
    }
  }

  /** Reports under a code. */
  private interface Report {
    Consumer<String> as(String code);
  }

  private void inside(String inside, Report report, Located text) {
    if (inside.isEmpty()) {
      report.as("EMPTY_VARIABLE").accept("`${}` names no key. Write one, such as ${aws:username}.");
      return;
    }
    if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
      return;
    }
    int comma = inside.indexOf(',');
    String key = comma < 0 ? inside : inside.substring(0, comma);
    if (comma >= 0) {
      String otherwise = inside.substring(comma + 1).strip();
      if (otherwise.length() < 2 || !otherwise.startsWith("'") || !otherwise.endsWith("'")) {
        report.as("MISSING_QUOTE_IN_VARIABLE").accept(
            "The default in `${" + ConditionValueChecks.shown(inside) + "}` must stand in single quotes: ${" + ConditionValueChecks.shown(key)
                + ", 'default'}.");
        return;
      }
    }
    if (!key.equals(key.strip()) || (key.indexOf(' ') >= 0 && key.indexOf('/') < 0)) {
      report.as("UNSUPPORTED_SPACE_IN_VARIABLE").accept(
          "`${" + ConditionValueChecks.shown(inside) + "}` has a space where none may stand. Remove it.");
      return;
    }
    if (!Review.serviceOf(key).equals("aws")) {
      return;
    }
    GlobalConditionKeys.find(key).ifPresentOrElse(
        known -> {
          if (known.many()) {
            review.warning(
                "MULTIVALUED_VARIABLE",
                text.position(),
                known.name() + " has several values in one request, so it is never filled in. Use a key with one value.");
          }
        },
        () -> report.as("INVALID_GLOBAL_CONDITION_KEY").accept(
            "There is no global condition key " + ConditionValueChecks.shown(key) + ", so the variable is never filled in."
                + review.hint(key, GlobalConditionKeys.names())));
  }
}
