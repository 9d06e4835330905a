package bursar.policy;

/**
 * How far an Allow in a resource-based policy carries within one account, by whom it names (IAM user guide, "Determining
 * whether a request is allowed or denied within an account").
 */
enum Grant {
  /** The statement does not name the principal. */
  NONE,
  /** It names the account, which leaves the decision to the account's identity-based policies. */
  TO_ACCOUNT,
  /** It names the role or user behind a session: boundary and session policy limit it. */
  TO_ROLE,
  /** It names the principal itself, or everyone: final. */
  DIRECT
}
