package bursar.policy.advice;

import bursar.policy.Condition;
import bursar.policy.Effect;
import bursar.policy.PolicyKind;
import bursar.policy.Statement;
import bursar.policy.matching.Comparison;
import bursar.policy.matching.Comparison.Family;
import bursar.policy.matching.ConditionOperator.Quantifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks of condition keys: whether they exist, whether the operator fits them, and which key ought to stand beside them. */
final class ConditionKeyChecks {
  /** Keys of addresses that mean something only together with the network they are in. */
  private static final Map<String, List<String>> PAIRS =
      Map.of(
          "aws:vpcsourceip", List.of("aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn"),
          "aws:ec2instancesourceprivateipv4", List.of("aws:Ec2InstanceSourceVpc"));
  private static final Set<String> PRINCIPAL_SCOPE =
      Set.of("aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:principalarn", "aws:principaltag");
  private static final Set<String> SOURCE_SCOPE =
      Set.of("aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceaccount", "aws:sourcearn");

  private ConditionKeyChecks() {}

  static void check(Review review) {
    for (Statement statement : review.document.statements()) {
      for (Condition condition : statement.conditions()) {
        existence(review, condition);
        quantifier(review, statement, condition);
        GlobalConditionKeys.find(condition.key()).ifPresent(key -> operator(review, condition, key));
        pair(review, statement, condition);
      }
      resourceControl(review, statement);
    }
  }

  private static void existence(Review review, Condition condition) {
    String key = condition.key();
    String service = Review.serviceOf(key);
    if (service.equals("aws")) {
      String name = key.toLowerCase(Locale.ROOT);
      if (name.equals("aws:arn")) {
        review.warning(
            "DEPRECATED_GLOBAL_CONDITION_KEY", condition.position(), "aws:ARN has been replaced. Write aws:PrincipalArn.");
      } else if (isTagKeyWithoutTag(name)) {
        review.error(
            "MISSING_TAG_KEY_IN_CONDITION",
            condition.position(),
            key + " says not which tag it means. Write " + stripped(key) + "/name-of-the-tag.");
      } else if (GlobalConditionKeys.find(key).isEmpty()) {
        review.error(
            "INVALID_GLOBAL_CONDITION_KEY",
            condition.position(),
            "There is no global condition key " + key + ", so no request has it."
                + review.hint(key, GlobalConditionKeys.names()));
      }
      return;
    }
    Optional<Set<String>> known = review.names.conditionKeys(service);
    if (known.isPresent() && known.get().stream().noneMatch(name -> names(name, key))) {
      review.error(
          "INVALID_SERVICE_CONDITION_KEY",
          condition.position(),
          "The service " + service + " has no condition key " + key + ", so no request has it."
              + review.hint(key, known.get()));
    }
  }

  private static boolean names(String known, String written) {
    if (known.endsWith("*")) {
      return written.regionMatches(true, 0, known, 0, known.length() - 1);
    }
    return known.endsWith("/")
        ? written.length() > known.length() && written.regionMatches(true, 0, known, 0, known.length())
        : known.equalsIgnoreCase(written);
  }

  private static boolean isTagKeyWithoutTag(String name) {
    String bare = stripped(name);
    return bare.equals("aws:principaltag") || bare.equals("aws:requesttag") || bare.equals("aws:resourcetag");
  }

  private static String stripped(String key) {
    return key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
  }

  private static void quantifier(Review review, Statement statement, Condition condition) {
    Quantifier quantifier = condition.operator().quantifier();
    Comparison comparison = condition.operator().comparison();
    boolean many = GlobalConditionKeys.find(condition.key()).map(GlobalConditionKeys.Key::many).orElse(false);
    boolean single = GlobalConditionKeys.find(condition.key()).map(key -> !key.many()).orElse(false);
    if (comparison == Comparison.NULL) {
      if (quantifier != Quantifier.NONE) {
        review.suggestion(
            "NULL_WITH_QUALIFIER",
            condition.position(),
            "Null asks whether the key is there, so ForAllValues and ForAnyValue change nothing. Write Null alone.");
      }
    } else if (quantifier == Quantifier.NONE && many) {
      review.error(
          "MISSING_QUALIFIER",
          condition.position(),
          condition.key() + " has several values in one request. Write ForAnyValue:" + comparison.awsName() + " or ForAllValues:"
              + comparison.awsName() + ".");
    } else if (quantifier == Quantifier.FOR_ALL_VALUES && statement.effect() == Effect.ALLOW) {
      if (single) {
        review.securityWarning(
            "FORALLVALUES_WITH_SINGLE_VALUED_KEY",
            condition.position(),
            condition.key() + " has one value at most, and ForAllValues is also true when it has none, so this allows requests"
                + " without the key. Remove ForAllValues:.");
      } else if (!requiresPresence(statement, condition.key())) {
        review.securityWarning(
            "FOR_ALL_VALUES_WITHOUT_NULL",
            condition.position(),
            "ForAllValues is also true when the request has no " + condition.key() + " at all, so this allows such requests. Add"
                + " \"Null\": {\"" + condition.key() + "\": \"false\"} to require the key.");
      }
    }
  }

  private static boolean requiresPresence(Statement statement, String key) {
    return statement.conditions().stream()
        .anyMatch(
            condition ->
                condition.operator().comparison() == Comparison.NULL
                    && condition.key().equalsIgnoreCase(key)
                    && condition.texts().stream().allMatch(text -> text.equalsIgnoreCase("false")));
  }

  private static void operator(Review review, Condition condition, GlobalConditionKeys.Key key) {
    Family written = condition.operator().comparison().family();
    if (written == Family.EXISTENCE || written == key.family() || (key.name().equals("aws:EpochTime") && written == Family.NUMERIC)) {
      return;
    }
    if (key.family() == Family.ARN && written == Family.STRING) {
      if (condition.operator().comparison() == Comparison.STRING_LIKE && condition.texts().stream().anyMatch(ConditionKeyChecks::hasWildcard)) {
        review.securityWarning(
            "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS",
            condition.position(),
            "In StringLike a star runs over the colons of an ARN and so lets more through than it seems. Write ArnLike for "
                + key.name() + ".");
      }
      return;
    }
    if (key.family() != Family.STRING || written != Family.ARN) {
      review.warning(
          "TYPE_MISMATCH",
          condition.position(),
          key.name() + " is compared by " + familyName(key.family()) + " operators, and " + condition.operator().awsName()
              + " is none. Write " + example(key.family()) + ".");
    }
  }

  private static boolean hasWildcard(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  private static String familyName(Family family) {
    return switch (family) {
      case STRING -> "String";
      case NUMERIC -> "Numeric";
      case DATE -> "Date";
      case BOOL -> "Bool";
      case BINARY -> "Binary";
      case IP -> "IpAddress";
      case ARN -> "Arn";
      case EXISTENCE -> "Null";
    };
  }

  private static String example(Family family) {
    return switch (family) {
      case STRING -> "StringEquals or StringLike";
      case NUMERIC -> "NumericLessThan or another of them";
      case DATE -> "DateLessThan or another of them";
      case BOOL -> "Bool";
      case BINARY -> "BinaryEquals";
      case IP -> "IpAddress or NotIpAddress";
      case ARN -> "ArnEquals or ArnLike";
      case EXISTENCE -> "Null";
    };
  }

  private static void pair(Review review, Statement statement, Condition condition) {
    List<String> partners = PAIRS.get(condition.key().toLowerCase(Locale.ROOT));
    if (partners != null
        && statement.effect() == Effect.ALLOW
        && keys(statement).stream().noneMatch(key -> partners.stream().anyMatch(key::equalsIgnoreCase))) {
      review.securityWarning(
          "MISSING_PAIRED_CONDITION_KEYS",
          condition.position(),
          "Private addresses repeat in every network, so " + condition.key() + " alone lets in others. Add " + String.join(" or ", partners)
              + ".");
    }
  }

  private static Set<String> keys(Statement statement) {
    Set<String> keys = new TreeSet<>();
    statement.conditions().forEach(condition -> keys.add(condition.key().toLowerCase(Locale.ROOT)));
    return keys;
  }

  /** A deny for everybody outside also hits AWS's services, which have no organization. */
  private static void resourceControl(Review review, Statement statement) {
    if (review.kind() != PolicyKind.RESOURCE_CONTROL || statement.effect() != Effect.DENY || keys(statement).contains("aws:principalisawsservice")) {
      return;
    }
    for (Condition condition : statement.conditions()) {
      String key = condition.key().toLowerCase(Locale.ROOT).replaceFirst("/.*", "");
      if (condition.operator().comparison().negated() && PRINCIPAL_SCOPE.contains(key)) {
        review.warning(
            "RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY",
            condition.position(),
            "AWS's own services have no " + condition.key() + " and are denied too. Add \"BoolIfExists\": {\"aws:PrincipalIsAWSService\":"
                + " \"false\"} if they shall go on.");
        return;
      }
      if (condition.operator().comparison().negated() && SOURCE_SCOPE.contains(key)) {
        review.warning(
            "RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY",
            condition.position(),
            condition.key() + " is there only when a service calls, so this denies people too. Add \"Bool\":"
                + " {\"aws:PrincipalIsAWSService\": \"true\"} if it is meant for services.");
        return;
      }
    }
  }
}
