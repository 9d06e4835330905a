package bursar.policy;

/** The sentence in which AWS refuses a request (IAM user guide, "Troubleshoot access denied error messages"). */
public final class AccessDeniedSentence {
  private AccessDeniedSentence() {}

  /**
   * AWS's sentence for a refusal.
   *
   * @throws IllegalArgumentException when the decision allows the request
   */
  public static String of(Decision decision, AccessRequest request) {
    String start =
        "User: " + request.principalArn() + " is not authorized to perform: " + request.action() + " on resource: "
            + request.resource();
    return switch (decision) {
      case Decision.Allowed allowed -> throw new IllegalArgumentException("The request is allowed: there is no refusal to word.");
      case Decision.ImplicitlyDenied denied ->
          start + " because no " + denied.lacking().noun() + " allows the " + request.action() + " action";
      case Decision.ExplicitlyDenied denied ->
          start + " with an explicit deny in " + named(denied.statements().getFirst().policy().document().kind());
    };
  }

  /** AWS names every kind with the indefinite article, but a role's trust policy, of which there is one. */
  private static String named(PolicyKind kind) {
    return kind == PolicyKind.TRUST ? "the " + kind.noun() : kind.nounWithArticle();
  }
}
