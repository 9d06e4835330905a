package bursar.domain.identity;

import bursar.domain.Failure;

/**
 * How much of everything an account may have; the sizes of policies are in {@link bursar.policy.PolicyQuota}. Source: IAM User Guide, "IAM and
 * STS quotas".
 */
public final class Quotas {
  /** Users in an account. */
  public static final int USERS_PER_ACCOUNT = 5000;
  /** Groups in an account. */
  public static final int GROUPS_PER_ACCOUNT = 500;
  /** Groups a user may be in. */
  public static final int GROUPS_PER_USER = 10;
  /** Customer managed policies in an account. */
  public static final int POLICIES_PER_ACCOUNT = 5000;
  /** Managed policies attached to one user. */
  public static final int ATTACHED_POLICIES_PER_USER = 20;
  /** Managed policies attached to one group. */
  public static final int ATTACHED_POLICIES_PER_GROUP = 10;
  /** Versions of one managed policy. */
  public static final int VERSIONS_PER_POLICY = 5;
  /** Access keys of one user, and of the root user. */
  public static final int ACCESS_KEYS_PER_USER = 2;
  /** Tags on one thing. */
  public static final int TAGS_PER_RESOURCE = 50;

  private Quotas() {}

  /** Refuses one more when there are as many as may be. */
  static void checkOneMore(int present, String quota, int limit) {
    if (present >= limit) {
      throw new Failure("LimitExceeded", "Cannot exceed quota for " + quota + ": " + limit);
    }
  }
}
