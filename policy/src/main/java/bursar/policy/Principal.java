package bursar.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, read from its ARN, its service name or the word {@code anonymous} (IAM user guide, "AWS JSON policy
 * elements: Principal"). What a text does not tell, such as the path of a session's role, is looked up in the request's
 * {@code aws:PrincipalArn} where it matters.
 */
public sealed interface Principal {
  /** The key that carries a session's role ARN with its path, or the ARN of the user behind a federated session. */
  String ARN_KEY = "aws:principalarn";

  /** The name that service-linked roles begin with. */
  String SERVICE_LINKED_NAME = "AWSServiceRoleFor";

  /** The path of service-linked roles. */
  String SERVICE_LINKED_PATH = "/aws-service-role/";

  /** The providers of web identities that are named without an ARN. */
  Set<String> WEB_IDENTITY_PROVIDERS =
      Set.of("cognito-identity.amazonaws.com", "www.amazon.com", "graph.facebook.com", "accounts.google.com");

  /** The principal as it was written. */
  String text();

  /** The account it belongs to; null for those who belong to none. */
  @Nullable String account();

  /** The root user of an account. */
  record AccountRoot(String text, String account) implements Principal {}

  /** An IAM user. */
  record User(String text, String account) implements Principal {}

  /**
   * A role that is asked about without a session.
   *
   * @param path begins and ends with a slash
   */
  record Role(String text, String account, String path, String name) implements Principal {}

  /**
   * A session of a role.
   *
   * @param roleName the role's name, without its path, which the ARN of a session does not tell
   * @param plainRoleArn the role's ARN if its path is {@code /}
   */
  record RoleSession(String text, String account, String roleName, String plainRoleArn) implements Principal {}

  /** A session made by {@code GetFederationToken}. */
  record FederatedUser(String text, String account) implements Principal {}

  /** An AWS service, such as {@code ecs.amazonaws.com}. */
  record Service(String text) implements Principal {
    @Override
    public @Nullable String account() {
      return null;
    }
  }

  /** Somebody known to an identity provider who is not in an account yet; the text names the provider. */
  record FederatedIdentity(String text) implements Principal {
    @Override
    public @Nullable String account() {
      return null;
    }
  }

  /** Nobody in particular: a request without a signature. */
  record Anonymous(String text) implements Principal {
    @Override
    public @Nullable String account() {
      return null;
    }
  }

  /** A text that names none of the others; only policies attached to it can allow it anything. */
  record Unrecognized(String text) implements Principal {
    @Override
    public @Nullable String account() {
      return null;
    }
  }

  /** The principal a text names; {@link Unrecognized} when it names none. */
  static Principal parse(String text) {
    if (!text.startsWith("arn:")) {
      return text.equals("anonymous") ? new Anonymous(text)
          : WEB_IDENTITY_PROVIDERS.contains(text) ? new FederatedIdentity(text)
          : isServiceName(text) ? new Service(text) : new Unrecognized(text);
    }
    int partition = text.indexOf(':', 4);
    int account = partition < 0 ? -1 : text.indexOf("::", partition + 1);
    int resource = account < 0 ? -1 : text.indexOf(':', account + 2);
    if (resource < 0 || resource == account + 2 || partition == 4) {
      return new Unrecognized(text);
    }
    String id = text.substring(account + 2, resource);
    int service = partition + 1;
    int serviceLength = account - service;
    Principal found =
        serviceLength == 3 && text.startsWith("iam", service) ? ofIam(text, id, resource + 1)
            : serviceLength == 3 && text.startsWith("sts", service) ? ofSts(text, id, resource + 1) : null;
    return found == null ? new Unrecognized(text) : found;
  }

  private static @Nullable Principal ofIam(String text, String account, int from) {
    if (text.length() == from + 4 && text.endsWith("root")) {
      return new AccountRoot(text, account);
    }
    int name = text.lastIndexOf('/') + 1;
    if (name <= from || name == text.length()) {
      return null;
    }
    if (text.startsWith("user/", from)) {
      return new User(text, account);
    }
    if (text.startsWith("role/", from)) {
      return new Role(text, account, text.substring(from + 4, name), text.substring(name));
    }
    return text.startsWith("saml-provider/", from) || text.startsWith("oidc-provider/", from) ? new FederatedIdentity(text) : null;
  }

  private static @Nullable Principal ofSts(String text, String account, int from) {
    if (text.startsWith("federated-user/", from)) {
      return text.length() == from + 15 ? null : new FederatedUser(text, account);
    }
    int role = from + 13;
    int session = text.startsWith("assumed-role/", from) ? text.indexOf('/', role) : -1;
    if (session <= role || session == text.length() - 1) {
      return null;
    }
    String name = text.substring(role, session);
    String partition = text.substring(4, text.indexOf(':', 4));
    return new RoleSession(text, account, name, "arn:" + partition + ":iam::" + account + ":role/" + name);
  }

  /** Labels with dots between them, as in {@code s3.amazonaws.com}. */
  private static boolean isServiceName(String text) {
    boolean dotted = false;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      boolean dot = character == '.';
      if (!(dot || character == '-' || character >= 'a' && character <= 'z' || character >= '0' && character <= '9')
          || dot && (index == 0 || index == text.length() - 1 || text.charAt(index - 1) == '.')) {
        return false;
      }
      dotted |= dot;
    }
    return dotted;
  }

  /**
   * The ARN of the role or user behind a session, with its path, when the request tells it and it is of the same account
   * and, for a role, of the same name; else null.
   */
  default @Nullable String toldArn(RequestContext context) {
    return switch (this) {
      case RoleSession session -> {
        String told = context.single(ARN_KEY);
        yield told != null && isOf(told, "role/", session.account()) && told.endsWith("/" + session.roleName()) ? told : null;
      }
      case FederatedUser session -> {
        String told = context.single(ARN_KEY);
        yield told != null && isOf(told, "user/", session.account()) ? told : null;
      }
      case AccountRoot _, User _, Role _, Service _, FederatedIdentity _, Anonymous _, Unrecognized _ -> null;
    };
  }

  private static boolean isOf(String arn, String type, String account) {
    int at = arn.indexOf(":iam::");
    return at > 0 && arn.startsWith(account, at + 6) && arn.startsWith(":" + type, at + 6 + account.length());
  }

  /** Whether it is a service-linked role or a session of one, which neither SCPs nor RCPs bind. */
  default boolean isServiceLinked(RequestContext context) {
    return switch (this) {
      case Role role -> role.path().startsWith(SERVICE_LINKED_PATH);
      case RoleSession session -> {
        if (!session.roleName().startsWith(SERVICE_LINKED_NAME)) {
          yield false;
        }
        String told = toldArn(context);
        yield told == null || told.contains(":role" + SERVICE_LINKED_PATH);
      }
      case AccountRoot _, User _, FederatedUser _, Service _, FederatedIdentity _, Anonymous _, Unrecognized _ -> false;
    };
  }

  /** Whether only a policy on the resource can allow it anything, because no policy is attached to it. */
  default boolean hasNoIdentityPolicies() {
    return switch (this) {
      case Service _, FederatedIdentity _, Anonymous _ -> true;
      case AccountRoot _, User _, Role _, RoleSession _, FederatedUser _, Unrecognized _ -> false;
    };
  }
}
