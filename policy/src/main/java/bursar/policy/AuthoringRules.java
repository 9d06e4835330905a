package bursar.policy;

import bursar.policy.MalformedPolicyException.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What AWS refuses from customers although the policy language can say it, by kind of policy. AWS's own documents, such as
 * RCPFullAWSAccess, need not keep these rules, so they are no part of reading a policy in order to evaluate it.
 */
final class AuthoringRules {
  private static final Pattern AWS_PRINCIPAL =
      Pattern.compile(
          "\\*|\\d{12}|A[A-Z]{3}[A-Z0-9]{4,}"
              + "|arn:aws[a-z-]*:iam::(\\d{12}|cloudfront):(root|user/[^*?]+|role/[^*?]+)"
              + "|arn:aws[a-z-]*:sts::\\d{12}:(assumed-role/[^*?/]+/[^*?]+|federated-user/[^*?]+|self)");
  private static final Pattern SERVICE_PRINCIPAL = Pattern.compile("\\*|[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(amazonaws\\.com(\\.cn)?|amazon\\.com|aws\\.internal)");
  private static final List<String> IAM_PATHS =
      List.of(
          "user/", "federated-user/", "role/", "group/", "instance-profile/", "mfa/", "server-certificate/", "policy/",
          "sms-mfa/", "saml-provider/", "oidc-provider/", "report/", "access-report/", "u2f/", "assumed-role/");
  /** Resources of S3 that live in a Region; buckets and objects do not. */
  private static final List<String> S3_REGIONAL =
      List.of("accesspoint", "job/", "storage-lens", "access-grants", "async-request", "*", "?");

  private final PolicyKind kind;
  private final PolicyReader.Faults faults;

  private AuthoringRules(PolicyKind kind, PolicyReader.Faults faults) {
    this.kind = kind;
    this.faults = faults;
  }

  static void check(PolicyDocument document, PolicyReader.Faults faults) {
    AuthoringRules rules = new AuthoringRules(document.kind(), faults);
    document.statements().forEach(rules::check);
  }

  private void check(Statement statement) {
    switch (kind) {
      case TRUST -> trust(statement);
      case RESOURCE_CONTROL -> resourceControl(statement);
      case IDENTITY, RESOURCE, PERMISSIONS_BOUNDARY, SESSION, SERVICE_CONTROL -> {}
    }
    if (kind == PolicyKind.TRUST || kind == PolicyKind.RESOURCE) {
      principals(statement);
    }
    if (statement.resource() != null) {
      statement.resource().patterns().forEach(this::resource);
    }
  }

  private void trust(Statement statement) {
    for (Located action : statement.action().patterns()) {
      if (!action.text().toLowerCase(Locale.ROOT).startsWith("sts:") && !statement.action().negated()) {
        faults.add(
            Problem.FORBIDDEN_ACTION,
            action.position(),
            "AssumeRole policy may only specify STS AssumeRole actions. Write sts:AssumeRole, sts:AssumeRoleWithSAML,"
                + " sts:AssumeRoleWithWebIdentity, sts:TagSession or sts:SetSourceIdentity in place of `" + action.text() + "`.");
      }
    }
  }

  private void resourceControl(Statement statement) {
    if (statement.effect() == Effect.ALLOW) {
      faults.add(
          Problem.FORBIDDEN_ALLOW,
          statement.positionOf(StatementElement.EFFECT),
          "A resource control policy may only deny; Allow is kept for AWS's own RCPFullAWSAccess. Write \"Deny\", and name what"
              + " shall be closed.");
    }
    if (statement.action().negated()) {
      faults.add(
          Problem.FORBIDDEN_NOT_ACTION,
          statement.positionOf(StatementElement.NOT_ACTION),
          "NotAction is not supported in a resource control policy. List the actions to deny under Action.");
    }
    PrincipalElement principal = statement.principal();
    if (principal == null || principal.negated() || principal.everyone()) {
      return;
    }
    boolean everyone =
        principal.named().keySet().equals(java.util.Set.of("AWS"))
            && principal.named().values().stream().flatMap(List::stream).allMatch(name -> name.text().equals("*"));
    if (!everyone) {
      faults.add(
          Problem.FORBIDDEN_NAMED_PRINCIPAL,
          statement.positionOf(StatementElement.PRINCIPAL),
          "Principal must be \"*\" in a resource control policy. Write \"*\", and narrow it down with a condition on"
              + " aws:PrincipalArn, aws:PrincipalAccount or aws:PrincipalOrgID.");
    }
  }

  private void principals(Statement statement) {
    if (statement.principal() == null) {
      return;
    }
    for (Map.Entry<String, List<Located>> entry : statement.principal().named().entrySet()) {
      for (Located name : entry.getValue()) {
        String text = name.text();
        if (text.isEmpty() || (text.indexOf('*') >= 0 && text.length() > 1)) {
          continue;
        }
        if (entry.getKey().equals("AWS") && !AWS_PRINCIPAL.matcher(text).matches()) {
          faults.add(
              Problem.BAD_PRINCIPAL,
              name.position(),
              "Invalid principal in policy: \"AWS\":\"" + text + "\". Write an account's twelve digits, or the ARN of an"
                  + " account's root, a user, a role or a session of one; groups are no principals.");
        } else if (entry.getKey().equals("Service") && !SERVICE_PRINCIPAL.matcher(text).matches()) {
          faults.add(
              Problem.BAD_SERVICE_PRINCIPAL,
              name.position(),
              "Invalid principal in policy: \"SERVICE\":\"" + text + "\". A service is named in lower case as"
                  + " service.amazonaws.com.");
        }
      }
    }
  }

  /** The two rules on ARNs that IAM itself knows: of its own resources and of S3's. */
  private void resource(Located pattern) {
    String[] parts = pattern.text().split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn")) {
      return;
    }
    String region = parts[3];
    String path = parts[5];
    if (parts[2].equals("iam")) {
      if (!region.isEmpty() && !region.equals("*")) {
        faults.add(
            Problem.BAD_RESOURCE_REGION,
            pattern.position(),
            "IAM resource " + pattern.text() + " cannot contain region information. Leave the fourth part of the ARN empty.");
      } else if (!startsWithOne(path, IAM_PATHS) && path.indexOf('*') < 0 && path.indexOf('?') < 0 && !path.equals("root")
          && !pattern.text().contains("${")) {
        faults.add(
            Problem.BAD_RESOURCE_PATH,
            pattern.position(),
            "IAM resource path must either be \"*\" or start with one of " + String.join(", ", IAM_PATHS) + ". `" + path
                + "` does not.");
      }
    } else if (parts[2].equals("s3") && !region.isEmpty() && !region.equals("*") && !startsWithOne(path, S3_REGIONAL)) {
      faults.add(
          Problem.BAD_RESOURCE_REGION,
          pattern.position(),
          "Resource " + pattern.text() + " can not contain region information. Buckets are named without Region and account:"
              + " arn:aws:s3:::bucket.");
    }
  }

  private static boolean startsWithOne(String text, List<String> beginnings) {
    return beginnings.stream().anyMatch(text::startsWith);
  }
}
