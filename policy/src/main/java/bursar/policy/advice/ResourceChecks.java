package bursar.policy.advice;

import bursar.policy.Located;
import bursar.policy.PatternElement;
import bursar.policy.Statement;
import bursar.policy.StatementElement;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks of the ARNs under Resource and NotResource, part by part. */
final class ResourceChecks {
  private static final Pattern REGION = Pattern.compile("[a-z]{2,3}(-[a-z]+)+-\\d{1,2}|aws-global|global");
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}|aws|aws-managed|cloudfront|third-party|amazon");
  /** Services whose ARNs never name a Region. */
  private static final Set<String> WITHOUT_REGION =
      Set.of("iam", "organizations", "budgets", "ce", "billing", "account", "cloudfront", "route53", "payments", "invoicing", "sts");

  private ResourceChecks() {}

  static void check(Review review) {
    for (Statement statement : review.document.statements()) {
      PatternElement element = statement.resource();
      if (element == null) {
        continue;
      }
      if (element.patterns().isEmpty()) {
        StatementElement name = element.negated() ? StatementElement.NOT_RESOURCE : StatementElement.RESOURCE;
        review.suggestion(
            "EMPTY_ARRAY_RESOURCE",
            statement.positionOf(name),
            name.awsName() + " is an empty list, so the statement has no effect. Fill it, or remove the statement.");
      }
      element.patterns().stream().filter(pattern -> !pattern.text().equals("*")).forEach(pattern -> arn(review, pattern));
    }
  }

  private static void arn(Review review, Located pattern) {
    String[] parts = pattern.text().split(":", 6);
    String service = parts[2];
    String region = parts[3];
    String account = parts[4];
    String shown = "`" + pattern.text() + "`";
    if (!service.equals(service.toLowerCase(Locale.ROOT))) {
      review.error(
          "INVALID_ARN_SERVICE_CASE",
          pattern.position(),
          "ARNs mind upper and lower case, and services are written in lower case: write " + service.toLowerCase(Locale.ROOT)
              + " in " + shown + ".");
    }
    if (isFixed(region) && !region.isEmpty()) {
      if (WITHOUT_REGION.contains(service)) {
        review.error(
            "ARN_REGION_NOT_ALLOWED",
            pattern.position(),
            "ARNs of " + service + " name no Region, so " + shown + " matches nothing. Leave the fourth part empty.");
      } else if (!REGION.matcher(region).matches()) {
        review.error(
            "INVALID_ARN_REGION", pattern.position(), "`" + region + "` in " + shown + " is no Region. Write one such as us-east-1.");
      }
    }
    if (isFixed(account) && !account.isEmpty()) {
      if (service.equals("s3") && isFixed(region) && region.isEmpty()) {
        review.error(
            "ARN_ACCOUNT_NOT_ALLOWED",
            pattern.position(),
            "ARNs of buckets and objects name no account, so " + shown + " matches nothing. Leave the fifth part empty.");
      } else if (!ACCOUNT.matcher(account).matches()) {
        review.error(
            "INVALID_ARN_ACCOUNT",
            pattern.position(),
            "`" + account + "` in " + shown + " is no account. Write its twelve digits, or \"*\".");
      }
    }
    if (parts[5].isEmpty()) {
      review.error(
          "INVALID_ARN_RESOURCE",
          pattern.position(),
          shown + " names no resource after its fifth colon and matches nothing. Name one, or write \"*\" there.");
    }
  }

  private static boolean isFixed(String part) {
    return part.indexOf('*') < 0 && part.indexOf('?') < 0 && part.indexOf('$') < 0;
  }
}
