package bursar.policy.advice;

import bursar.policy.Condition;
import bursar.policy.Effect;
import bursar.policy.Located;
import bursar.policy.Statement;
import bursar.policy.matching.AddressRange;
import bursar.policy.matching.Comparison;
import bursar.policy.matching.Comparison.Family;
import bursar.policy.matching.ConditionOperator.Quantifier;
import bursar.policy.matching.Scalars;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks of the values in conditions: of the wrong type, with wildcards that are none, or absent. */
final class ConditionValueChecks {
  private static final Pattern NETWORK = Pattern.compile("vpc-([0-9a-f]{8}|[0-9a-f]{17}|[0-9a-f]*[*?][0-9a-f*?]*)");
  private static final Pattern ENDPOINT = Pattern.compile("vpce-([0-9a-f]{8}|[0-9a-f]{17}|[0-9a-f]*[*?][0-9a-f*?]*)");
  private static final Pattern EPOCH = Pattern.compile("-?\\d{5,}(\\.\\d+)?");

  private ConditionValueChecks() {}

  static void check(Review review) {
    for (Statement statement : review.document.statements()) {
      for (Condition condition : statement.conditions()) {
        if (condition.values().isEmpty()) {
          empty(review, condition);
        }
        condition.values().forEach(value -> type(review, condition, value));
        truths(review, statement, condition);
      }
    }
  }

  private static void empty(Review review, Condition condition) {
    String suffix =
        switch (condition.operator().quantifier()) {
          case FOR_ALL_VALUES -> "_FORALLVALUES";
          case FOR_ANY_VALUE -> "_FORANYVALUE";
          case NONE -> condition.operator().ifExists() ? "_IFEXISTS" : "";
        };
    String effect =
        switch (condition.operator().quantifier()) {
          case FOR_ALL_VALUES -> "it is met only by requests without the key";
          case FOR_ANY_VALUE -> "it is never met";
          case NONE ->
              condition.operator().ifExists()
                  ? "it is met only by requests without the key"
                  : condition.operator().comparison().negated() ? "it is always met" : "it is never met";
        };
    review.suggestion(
        "EMPTY_ARRAY_CONDITION" + suffix,
        condition.position(),
        "The list of values of " + condition.key() + " is empty, so " + effect + ". Fill it, or remove the key.");
  }

  private static void type(Review review, Condition condition, Located value) {
    String text = value.text();
    if (text.contains("${")) {
      return;
    }
    String operator = condition.operator().awsName();
    String never = ", and `" + shown(text) + "` is none, so it never matches. Correct it.";
    switch (condition.operator().comparison().family()) {
      case STRING -> text(review, condition, value);
      case NUMERIC -> {
        if (Scalars.number(text) == null) {
          review.warning("TYPE_MISMATCH_NUMBER", value.position(), operator + " needs a number" + never);
        }
      }
      case DATE -> date(review, value, operator, never);
      case BOOL, EXISTENCE -> {
        if (Scalars.truth(text) == null) {
          review.warning("TYPE_MISMATCH_BOOLEAN", value.position(), operator + " needs true or false" + never);
        }
      }
      case BINARY -> {
        if (Scalars.binary(text) == null) {
          review.warning("TYPE_MISMATCH_STRING", value.position(), operator + " needs a Base64 text" + never);
        }
      }
      case IP -> {
        if (AddressRange.parse(text) == null) {
          review.warning(
              "TYPE_MISMATCH_IP_RANGE", value.position(), operator + " needs an IP address or a range such as 203.0.113.0/24" + never);
        }
      }
      case ARN -> {
        if (!text.equals("*") && text.split(":", 6).length != 6) {
          review.warning(
              "TYPE_MISMATCH_ARN", value.position(), operator + " needs an ARN of six parts, in which wildcards may stand" + never);
        } else if (text.equals("*")) {
          review.warning(
              "TYPE_MISMATCH_ARN",
              value.position(),
              operator + " compares ARNs part by part, so a lone * matches none. Write arn:*:*:*:*:*, or ask with Null whether the key"
                  + " is there.");
        }
      }
    }
  }

  private static void date(Review review, Located value, String operator, String never) {
    if (Scalars.date(value.text()) == null) {
      review.warning(
          "TYPE_MISMATCH_DATE",
          value.position(),
          operator + " needs a date such as 2030-01-31 or 2030-01-31T12:00:00Z, or seconds since 1970" + never);
    } else if (EPOCH.matcher(value.text()).matches()) {
      review.warning(
          "INVALID_DATE_VALUE",
          value.position(),
          "`" + shown(value.text()) + "` are seconds since 1970, which few readers can tell. Write the date as 2030-01-31T12:00:00Z.");
    }
  }

  private static void text(Review review, Condition condition, Located value) {
    String text = value.text();
    Comparison comparison = condition.operator().comparison();
    boolean like = comparison == Comparison.STRING_LIKE || comparison == Comparison.STRING_NOT_LIKE;
    if (!like && (text.indexOf('*') >= 0 || text.indexOf('?') >= 0)) {
      review.warning(
          "WILDCARD_WITHOUT_LIKE_OPERATOR",
          value.position(),
          condition.operator().awsName() + " compares `" + shown(text) + "` to the letter, star and question mark included. Write "
              + (comparison.negated() ? "StringNotLike" : "StringLike") + " if they are wildcards.");
      return;
    }
    String key = condition.key().toLowerCase(Locale.ROOT);
    if (key.equals("aws:sourcevpc") && !NETWORK.matcher(text).matches()) {
      review.error("INVALID_VPC_FORMAT", value.position(), "`" + shown(text) + "` is no VPC. Write vpc- and 8 or 17 hexadecimal digits.");
    } else if (key.equals("aws:sourcevpce") && !ENDPOINT.matcher(text).matches()) {
      review.error(
          "INVALID_VPC_ENDPOINT_FORMAT", value.position(), "`" + shown(text) + "` is no VPC endpoint. Write vpce- and 8 or 17 hexadecimal digits.");
    }
  }

  private static void truths(Review review, Statement statement, Condition condition) {
    if (condition.operator().comparison().family() != Family.BOOL) {
      return;
    }
    if (condition.values().size() > 1) {
      review.error(
          "INVALID_CONDITION_MULTIPLE_BOOLEAN",
          condition.position(),
          "A truth has one value, and " + condition.key() + " is compared with " + condition.values().size() + ". Keep one.");
    }
    if (statement.effect() == Effect.DENY
        && condition.key().equalsIgnoreCase("aws:MultiFactorAuthPresent")
        && condition.operator().quantifier() == Quantifier.NONE
        && !condition.operator().ifExists()
        && condition.texts().stream().allMatch(text -> text.equalsIgnoreCase("false"))) {
      review.warning(
          "MFA_KEY_ABSENT",
          condition.position(),
          "Calls with long-term access keys have no aws:MultiFactorAuthPresent, so this Deny does not reach them. Write BoolIfExists.");
    }
  }

  /** A value short enough for a sentence. */
  static String shown(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100) + "...";
  }
}
