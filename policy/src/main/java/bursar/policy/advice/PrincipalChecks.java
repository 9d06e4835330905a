package bursar.policy.advice;

import bursar.policy.Condition;
import bursar.policy.Effect;
import bursar.policy.Located;
import bursar.policy.PolicyKind;
import bursar.policy.Position;
import bursar.policy.PrincipalElement;
import bursar.policy.Statement;
import bursar.policy.StatementElement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Checks of Principal and NotPrincipal: whom a statement lets in, and who is named in a way that will not last. */
final class PrincipalChecks {
  private static final Set<String> SOURCE_KEYS =
      Set.of("aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths");
  private static final String GITHUB = "token.actions.githubusercontent.com";

  private PrincipalChecks() {}

  static void check(Review review) {
    for (Statement statement : review.document.statements()) {
      if (statement.principal() != null) {
        empty(review, statement, statement.principal());
        stored(review, statement.principal());
        redundant(review, statement.principal());
        if (statement.effect() == Effect.ALLOW) {
          breadth(review, statement, statement.principal());
          services(review, statement, statement.principal());
          federated(review, statement, statement.principal());
        }
      }
    }
  }

  private static Position place(Statement statement) {
    return statement.positionOf(
        statement.elements().containsKey(StatementElement.PRINCIPAL) ? StatementElement.PRINCIPAL : StatementElement.NOT_PRINCIPAL);
  }

  private static void empty(Review review, Statement statement, PrincipalElement principal) {
    if (principal.everyone()) {
      return;
    }
    if (principal.named().isEmpty()) {
      review.suggestion(
          "EMPTY_OBJECT_PRINCIPAL",
          place(statement),
          "The principal names nobody, so the statement has no effect. Name somebody, or remove the statement.");
    }
    principal.named().forEach((type, names) -> {
      if (names.isEmpty()) {
        review.suggestion(
            "EMPTY_ARRAY_PRINCIPAL",
            place(statement),
            "The list of " + type + " principals is empty, so it stands for nobody. Fill it, or remove it.");
      }
    });
  }

  private static void stored(Review review, PrincipalElement principal) {
    for (Located name : principal.named().getOrDefault("AWS", List.of())) {
      boolean user = name.text().startsWith("AIDA");
      if (user || name.text().startsWith("AROA")) {
        review.warning(
            user ? "INVALID_USER_REFERENCE" : "INVALID_ROLE_REFERENCE",
            name.position(),
            name.text() + " is the id of one " + (user ? "user" : "role") + ", and stays after that one is gone. Write the ARN.");
      }
    }
  }

  /** An account as principal includes its users and roles. */
  private static void redundant(Review review, PrincipalElement principal) {
    List<Located> names = principal.named().getOrDefault("AWS", List.of());
    Set<String> seen = new TreeSet<>();
    for (Located name : names) {
      if (!seen.add(accountOrName(name.text()))) {
        review.suggestion("REDUNDANT_PRINCIPAL", name.position(), name.text() + " is named twice. Remove one.");
      }
    }
  }

  private static String accountOrName(String name) {
    String[] parts = name.split(":", 6);
    return parts.length == 6 && parts[5].equals("root") ? parts[4] : name;
  }

  private static void breadth(Review review, Statement statement, PrincipalElement principal) {
    boolean everyone =
        principal.everyone() || principal.named().getOrDefault("AWS", List.of()).stream().anyMatch(name -> name.text().equals("*"));
    if (principal.negated()) {
      review.securityWarning(
          "ALLOW_WITH_NOT_PRINCIPAL",
          place(statement),
          "Allow with NotPrincipal lets in everybody else, anonymous callers included. Name those to be let in under Principal.");
    } else if (principal.everyone() && review.kind() == PolicyKind.TRUST) {
      review.error(
          "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
          place(statement),
          "\"Principal\": \"*\" is not supported in a role trust policy. Name who may take the role, or write {\"AWS\": \"*\"} with a"
              + " condition.");
    } else if (everyone && statement.conditions().isEmpty() && review.kind() != PolicyKind.RESOURCE_CONTROL) {
      review.securityWarning(
          "PUBLIC_PRINCIPAL",
          place(statement),
          "This statement lets in everybody, whatever account they have, without a condition. Name who may come in, or add a"
              + " condition such as aws:PrincipalOrgID.");
    }
  }

  private static void services(Review review, Statement statement, PrincipalElement principal) {
    List<Located> services = principal.named().getOrDefault("Service", List.of());
    if (review.kind() == PolicyKind.RESOURCE && !principal.negated() && !services.isEmpty() && !hasKey(statement, SOURCE_KEYS)) {
      review.securityWarning(
          "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL",
          services.getFirst().position(),
          services.getFirst().text() + " may act here for anybody who can make it do so. Add a condition on aws:SourceAccount,"
              + " aws:SourceArn, aws:SourceOrgID or aws:SourceOrgPaths.");
    }
  }

  private static void federated(Review review, Statement statement, PrincipalElement principal) {
    if (review.kind() != PolicyKind.TRUST) {
      return;
    }
    for (Located provider : principal.named().getOrDefault("Federated", List.of())) {
      String name = provider.text().substring(provider.text().indexOf(":oidc-provider/") < 0 ? 0 : provider.text().indexOf('/') + 1);
      boolean openId = provider.text().contains(":oidc-provider/") || (!provider.text().startsWith("arn:") && name.contains("."));
      if (!openId) {
        continue;
      }
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.equals(GITHUB)) {
        github(review, statement, provider);
      } else if (statement.conditions().stream().noneMatch(condition -> condition.key().toLowerCase(Locale.ROOT).startsWith(lower + ":"))) {
        review.securityWarning(
            "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL",
            provider.position(),
            "Whoever " + name + " vouches for may take this role. Add a condition on " + name + ":sub or " + name + ":aud.");
      }
    }
  }

  private static void github(Review review, Statement statement, Located provider) {
    List<Condition> subjects =
        statement.conditions().stream().filter(condition -> condition.key().equalsIgnoreCase(GITHUB + ":sub")).toList();
    if (subjects.isEmpty()) {
      review.securityWarning(
          "MISSING_GITHUB_REPO_CONDITION_KEY",
          provider.position(),
          "Every repository on GitHub may take this role. Add a condition on " + GITHUB + ":sub that names the repository.");
    }
    for (Condition subject : subjects) {
      for (Located value : subject.values()) {
        String[] parts = value.text().split(":", 3);
        if (parts.length < 3 || parts[1].indexOf('*') >= 0 || parts[2].equals("*")) {
          review.warning(
              "SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED",
              value.position(),
              "`" + value.text() + "` names no single repository and branch. Write repo:owner/name:ref:refs/heads/branch.");
        }
      }
    }
  }

  private static boolean hasKey(Statement statement, Set<String> keys) {
    return statement.conditions().stream().anyMatch(condition -> keys.contains(condition.key().toLowerCase(Locale.ROOT)));
  }
}
