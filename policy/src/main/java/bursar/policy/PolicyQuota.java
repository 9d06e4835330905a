package bursar.policy;

import java.util.Optional;

/**
 * How large a policy may be, and with which error AWS refuses a larger one. Sources: IAM User Guide, "IAM and AWS STS quotas";
 * Organizations User Guide, "Quotas for AWS Organizations".
 */
public enum PolicyQuota {
  /** A managed policy, permissions boundaries included. */
  MANAGED_POLICY(6_144, false, "LimitExceeded", "Cannot exceed quota for PolicySize: 6144."),
  /** All inline policies of a user together. */
  USER_INLINE(2_048, false, "LimitExceeded", "Maximum policy size of 2048 bytes exceeded for the user."),
  /** All inline policies of a group together. */
  GROUP_INLINE(5_120, false, "LimitExceeded", "Maximum policy size of 5120 bytes exceeded for the group."),
  /** All inline policies of a role together: the most that any identity-based policy can have. */
  ROLE_INLINE(10_240, false, "LimitExceeded", "Maximum policy size of 10240 bytes exceeded for the role."),
  /** A role's trust policy. */
  TRUST_POLICY(2_048, false, "LimitExceeded", "Cannot exceed quota for ACLSizePerRole: 2048."),
  /** A session policy as STS takes it. */
  SESSION_POLICY(
      2_048, true, "ValidationError", "The session policy failed to satisfy constraint: Member must have length less than or equal to 2048."),
  /** A policy on a bucket, the largest of the common policies on resources. */
  RESOURCE_POLICY(20_480, true, "PolicyTooLarge", "Bucket policies are limited to 20480 bytes."),
  /** A service control policy. */
  SERVICE_CONTROL_POLICY(
      5_120, true, "ConstraintViolationException", "You have exceeded the maximum policy content size of 5120 characters (POLICY_CONTENT_LIMIT_EXCEEDED)."),
  /** A resource control policy. */
  RESOURCE_CONTROL_POLICY(
      5_120, true, "ConstraintViolationException", "You have exceeded the maximum policy content size of 5120 characters (POLICY_CONTENT_LIMIT_EXCEEDED).");

  private final int maximum;
  private final boolean countsWhiteSpace;
  private final String errorCode;
  private final String sentence;

  PolicyQuota(int maximum, boolean countsWhiteSpace, String errorCode, String sentence) {
    this.maximum = maximum;
    this.countsWhiteSpace = countsWhiteSpace;
    this.errorCode = errorCode;
    this.sentence = sentence;
  }

  /** The quota beyond which no policy of the kind is stored anywhere. */
  public static PolicyQuota of(PolicyKind kind) {
    return switch (kind) {
      case IDENTITY -> ROLE_INLINE;
      case PERMISSIONS_BOUNDARY -> MANAGED_POLICY;
      case RESOURCE -> RESOURCE_POLICY;
      case TRUST -> TRUST_POLICY;
      case SESSION -> SESSION_POLICY;
      case SERVICE_CONTROL -> SERVICE_CONTROL_POLICY;
      case RESOURCE_CONTROL -> RESOURCE_CONTROL_POLICY;
    };
  }

  /** The most characters there may be. */
  public int maximum() {
    return maximum;
  }

  /** The characters of a text that count: IAM leaves out white space between JSON tokens, others count every character. */
  public int counted(String json) {
    return countsWhiteSpace ? json.length() : PolicyReader.countedSize(json);
  }

  /** The error code for a larger one. */
  public String errorCode() {
    return errorCode;
  }

  /** The refusal of a text that is too large, or empty. */
  public Optional<String> refusal(String json) {
    int counted = counted(json);
    return counted <= maximum ? Optional.empty() : Optional.of(sentence + " This one has " + counted + ".");
  }
}
