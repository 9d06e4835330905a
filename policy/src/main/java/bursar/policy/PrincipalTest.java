package bursar.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Principal or NotPrincipal element, ready to be asked. Where a request does not tell enough to know whether it is meant
 * (the path of a session's role; whether {@code {"AWS": "*"}} means services), an Allow takes it for not meant and a Deny for
 * meant.
 */
final class PrincipalTest {
  private static final int ACCOUNT_ID_DIGITS = 12;

  private final boolean negated;
  private final boolean deny;
  private final boolean everyone;
  private final boolean everyAws;
  private final boolean everyService;
  private final boolean everyFederated;
  private final Set<String> accounts = new HashSet<>();
  private final Set<String> arns = new HashSet<>();
  /** Role ARNs as they would be with the path {@code /}, for sessions whose role's path is not told. */
  private final Set<String> rolesWithoutPath = new HashSet<>();
  private final Set<String> services;
  private final Set<String> federated;

  PrincipalTest(PrincipalElement element, Effect effect) {
    this.negated = element.negated();
    this.deny = effect == Effect.DENY;
    this.everyone = element.everyone();
    Set<String> aws = texts(element, "AWS");
    this.everyAws = aws.contains("*");
    this.services = texts(element, "Service");
    this.everyService = services.contains("*");
    this.federated = texts(element, "Federated");
    this.everyFederated = federated.contains("*");
    for (String text : aws) {
      if (isAccountId(text)) {
        accounts.add(text);
        continue;
      }
      switch (Principal.parse(text)) {
        case Principal.AccountRoot root -> accounts.add(root.account());
        case Principal.Role role -> {
          arns.add(text);
          rolesWithoutPath.add(text.substring(0, text.indexOf(":role/") + 6) + role.name());
        }
        case Principal.User _, Principal.RoleSession _, Principal.FederatedUser _ -> arns.add(text);
        case Principal.Service _, Principal.FederatedIdentity _, Principal.Anonymous _, Principal.Unrecognized _ -> {
          // Names nobody who can ask: an unknown text, or the unique id of somebody deleted.
        }
      }
    }
  }

  private static Set<String> texts(PrincipalElement element, String type) {
    Set<String> texts = new HashSet<>();
    for (Located located : element.named().getOrDefault(type, List.of())) {
      texts.add(located.text());
    }
    return texts;
  }

  private static boolean isAccountId(String text) {
    return text.length() == ACCOUNT_ID_DIGITS && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /** Whether the statement is about the principal. */
  boolean matches(Principal principal, RequestContext context) {
    if (everyone) {
      return !negated;
    }
    if (!negated) {
      return named(principal, context, deny) != Grant.NONE;
    }
    return deny ? !whollyNamed(principal, context) : named(principal, context, true) == Grant.NONE;
  }

  /** How far an Allow carries that {@link #matches} the principal. */
  Grant grant(Principal principal, RequestContext context) {
    return everyone || negated ? Grant.DIRECT : named(principal, context, false);
  }

  /** The strongest way in which the element names the principal; in doubt it does when generous. */
  private Grant named(Principal principal, RequestContext context, boolean generous) {
    if (everyone || everyAws && (generous || isOfAws(principal))) {
      return Grant.DIRECT;
    }
    return switch (principal) {
      case Principal.AccountRoot root -> accounts.contains(root.account()) ? Grant.DIRECT : Grant.NONE;
      case Principal.User user -> arns.contains(user.text()) ? Grant.DIRECT : ofAccount(user.account());
      case Principal.Role role -> arns.contains(role.text()) ? Grant.TO_ROLE : ofAccount(role.account());
      case Principal.RoleSession session ->
          arns.contains(session.text()) ? Grant.DIRECT
              : namesRoleOf(session, context, generous) ? Grant.TO_ROLE : ofAccount(session.account());
      case Principal.FederatedUser session ->
          arns.contains(session.text()) ? Grant.DIRECT
              : namesUserOf(session, context) ? Grant.TO_ROLE : ofAccount(session.account());
      case Principal.Service service -> services.contains(service.text()) || everyService && generous ? Grant.DIRECT : Grant.NONE;
      case Principal.FederatedIdentity identity ->
          federated.contains(identity.text()) || everyFederated ? Grant.DIRECT : Grant.NONE;
      case Principal.Anonymous _, Principal.Unrecognized _ -> Grant.NONE;
    };
  }

  /** A NotPrincipal with Deny spares a principal only when it names all it is: the session, its role and the account. */
  private boolean whollyNamed(Principal principal, RequestContext context) {
    if (everyAws && isOfAws(principal)) {
      return true;
    }
    return switch (principal) {
      case Principal.AccountRoot root -> accounts.contains(root.account());
      case Principal.User user -> arns.contains(user.text()) && accounts.contains(user.account());
      case Principal.Role role -> arns.contains(role.text()) && accounts.contains(role.account());
      case Principal.RoleSession session ->
          arns.contains(session.text()) && namesRoleOf(session, context, false) && accounts.contains(session.account());
      case Principal.FederatedUser session -> arns.contains(session.text()) && accounts.contains(session.account());
      case Principal.Service service -> services.contains(service.text());
      case Principal.FederatedIdentity identity -> federated.contains(identity.text());
      case Principal.Anonymous _, Principal.Unrecognized _ -> false;
    };
  }

  private Grant ofAccount(String account) {
    return accounts.contains(account) ? Grant.TO_ACCOUNT : Grant.NONE;
  }

  private boolean namesRoleOf(Principal.RoleSession session, RequestContext context, boolean generous) {
    if (rolesWithoutPath.isEmpty()) {
      return false;
    }
    @Nullable String told = session.toldArn(context);
    if (told != null) {
      return arns.contains(told);
    }
    return (generous ? rolesWithoutPath : arns).contains(session.plainRoleArn());
  }

  private boolean namesUserOf(Principal.FederatedUser session, RequestContext context) {
    @Nullable String told = session.toldArn(context);
    return told != null && arns.contains(told);
  }

  /** Whether {@code {"AWS": "*"}} surely means the principal: everyone in an account, and those who do not say who they are. */
  private static boolean isOfAws(Principal principal) {
    return principal instanceof Principal.Anonymous || principal.account() != null;
  }
}
