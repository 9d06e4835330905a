package bursar.policy.advice;

import bursar.policy.Condition;
import bursar.policy.Effect;
import bursar.policy.Located;
import bursar.policy.Statement;
import bursar.policy.matching.AddressRange;
import bursar.policy.matching.ConditionOperator;
import bursar.policy.matching.Scalars;
import java.util.List;

/** Remarks on one condition: values that can never match, and set operators that let too much through. */
final class ConditionReview {
  private ConditionReview() {}

  static void review(Statement statement, Condition condition, List<Finding> findings) {
    for (Located value : condition.values()) {
      String expected = expectation(condition, value.text());
      if (!expected.isEmpty()) {
        findings.add(
            new Finding(
                Severity.ERROR,
                "INVALID_CONDITION_VALUE",
                condition.operator().awsName() + " needs " + expected + ", and `" + value.text()
                    + "` is none, so it never matches. Correct it.",
                value.position().line(),
                value.position().column()));
      }
    }
    if (condition.values().isEmpty()) {
      findings.add(
          new Finding(
              Severity.SUGGESTION,
              "EMPTY_CONDITION_VALUES",
              "The list of values of " + condition.key() + " is empty, so nothing matches it. Fill it, or remove the key.",
              condition.position().line(),
              condition.position().column()));
    }
    if (statement.effect() == Effect.ALLOW
        && condition.operator().quantifier() == ConditionOperator.Quantifier.FOR_ALL_VALUES
        && !requiresPresence(statement, condition.key())) {
      findings.add(
          new Finding(
              Severity.SECURITY_WARNING,
              "FOR_ALL_VALUES_WITHOUT_NULL",
              "ForAllValues is also true when the request has no " + condition.key() + " at all, so this allows such requests."
                  + " Add \"Null\": {\"" + condition.key() + "\": \"false\"} to require the key.",
              condition.position().line(),
              condition.position().column()));
    }
  }

  private static boolean requiresPresence(Statement statement, String key) {
    return statement.conditions().stream()
        .anyMatch(
            condition ->
                condition.operator().awsName().equals("Null")
                    && condition.key().equalsIgnoreCase(key)
                    && condition.texts().stream().allMatch(text -> text.equalsIgnoreCase("false")));
  }

  /** What the operator wants and the value is not; empty when the value is right. */
  private static String expectation(Condition condition, String value) {
    return switch (condition.operator().comparison().family()) {
      case STRING -> "";
      case NUMERIC -> Scalars.number(value) == null ? "a number" : "";
      case DATE ->
          Scalars.date(value) == null
              ? "a date such as 2030-01-31 or 2030-01-31T12:00:00Z, or seconds since 1970"
              : "";
      case BOOL -> Scalars.truth(value) == null && !value.contains("${") ? "true or false" : "";
      case EXISTENCE -> Scalars.truth(value) == null ? "true or false" : "";
      case BINARY -> Scalars.binary(value) == null ? "a Base64 text" : "";
      case IP -> AddressRange.parse(value) == null ? "an IP address or a range such as 203.0.113.0/24" : "";
      case ARN ->
          value.contains("${") || value.split(":", 6).length == 6 ? "" : "an ARN of six parts, in which wildcards may stand";
    };
  }
}
