package bursar.policy.advice;

/** How grave a finding is, in Access Analyzer's four grades. */
public enum Severity {
  /** The policy, or a part of it, cannot work. */
  ERROR,
  /** The policy allows more than its author may want. */
  SECURITY_WARNING,
  /** The policy does not do what it seems to do. */
  WARNING,
  /** The policy can be said better. */
  SUGGESTION
}
