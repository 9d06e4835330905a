package bursar.policy;

import org.jspecify.annotations.Nullable;

/** What a policy is attached to, and so which elements it must or may not have (AWS reference, "Policy types"). */
public enum PolicyKind {
  IDENTITY("identity", "identity-based policy", "an identity-based policy", Presence.FORBIDDEN, Presence.REQUIRED),
  RESOURCE("resource", "resource-based policy", "a resource-based policy", Presence.REQUIRED, Presence.OPTIONAL),
  TRUST("trust", "role trust policy", "a role trust policy", Presence.REQUIRED, Presence.FORBIDDEN),
  PERMISSIONS_BOUNDARY("boundary", "permissions boundary", "a permissions boundary", Presence.FORBIDDEN, Presence.REQUIRED),
  SESSION("session", "session policy", "a session policy", Presence.FORBIDDEN, Presence.REQUIRED),
  SERVICE_CONTROL("scp", "service control policy", "a service control policy", Presence.FORBIDDEN, Presence.REQUIRED),
  RESOURCE_CONTROL("rcp", "resource control policy", "a resource control policy", Presence.REQUIRED, Presence.REQUIRED);

  /** Whether an element must, may or must not be there. */
  enum Presence {
    REQUIRED,
    OPTIONAL,
    FORBIDDEN
  }

  private final String shortName;
  private final String noun;
  private final String nounWithArticle;
  private final Presence principal;
  private final Presence resource;

  PolicyKind(String shortName, String noun, String nounWithArticle, Presence principal, Presence resource) {
    this.shortName = shortName;
    this.noun = noun;
    this.nounWithArticle = nounWithArticle;
    this.principal = principal;
    this.resource = resource;
  }

  /** The kind of a short name; null when no kind has that name. */
  public static @Nullable PolicyKind named(String shortName) {
    for (PolicyKind kind : values()) {
      if (kind.shortName.equals(shortName)) {
        return kind;
      }
    }
    return null;
  }

  /** The kind's name in case files and on the command line: identity, resource, trust, boundary, session, scp or rcp. */
  public String shortName() {
    return shortName;
  }

  /** The kind's name in AWS's sentences, such as {@code identity-based policy}. */
  public String noun() {
    return noun;
  }

  /** The noun with its article, such as {@code an identity-based policy}. */
  public String nounWithArticle() {
    return nounWithArticle;
  }

  /** The noun for several, such as {@code identity-based policies}. */
  String plural() {
    return noun.endsWith("y") && this != PERMISSIONS_BOUNDARY ? noun.substring(0, noun.length() - 1) + "ies" : "permissions boundary";
  }

  /** Whether it is a control of an organization, which grants nothing and stands at levels. */
  boolean isControl() {
    return this == SERVICE_CONTROL || this == RESOURCE_CONTROL;
  }

  /** Whether a policy of this kind limits a principal at all (Organizations user guide, "Tasks and entities not restricted"). */
  boolean binds(Principal principal, RequestContext context) {
    return switch (this) {
      case SERVICE_CONTROL -> !principal.hasNoIdentityPolicies() && !principal.isServiceLinked(context);
      case RESOURCE_CONTROL -> !principal.isServiceLinked(context);
      case IDENTITY, RESOURCE, TRUST, PERMISSIONS_BOUNDARY, SESSION -> true;
    };
  }

  Presence principal() {
    return principal;
  }

  Presence resource() {
    return resource;
  }

  /** Id is for policies that stand on a resource. */
  boolean allowsId() {
    return this == RESOURCE || this == TRUST;
  }

  /** Statement ids are plain letters and digits except where a service owns the policy. */
  boolean limitsSid() {
    return this != RESOURCE;
  }
}
