package bursar.operations.declaration;

/** The few ways in which an operation may differ from «signed, and allowed by policies». Each is stated in the declaration and tested. */
public enum Exemption {
  /** Called without a signature or session: sign-up. */
  UNSIGNED,
  /** About the caller itself; works even under an explicit deny, as {@code sts:GetCallerIdentity} does on AWS. */
  UNDENIABLE,
  /** For the account's root user alone, whatever policies say. */
  ROOT_ONLY,
  /** For the operator of this server alone, over the operator's own channel. */
  OPERATOR_ONLY,
  /** Decided by policies as every call is; the operator may call it too, and then names the account it is for. */
  OPERATOR_TOO
}
