package bursar.domain.accounts;

/** Who may create an account by signing up. */
public enum SignUpPolicy {
  /** Anyone. */
  OPEN,
  /** Whoever comes first; later accounts are made by an operator. */
  FIRST_ACCOUNT,
  /** Nobody; accounts are made by an operator. */
  CLOSED
}
