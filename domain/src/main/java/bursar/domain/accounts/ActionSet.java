package bursar.domain.accounts;

/** Which vocabulary of billing permissions decides in an account: the seed's {@code aws-portal} names, today's, or both. */
public enum ActionSet {
  /** An explicit deny in either denies; otherwise an allow in either allows. The default. */
  BOTH,
  /** The legacy names decide where they have a say. */
  LEGACY,
  /** Only today's names decide. */
  FINE_GRAINED
}
