package bursar.domain.identity;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs calls, without its secret.
 *
 * @param id AKIA and 16 more characters
 * @param account whose key it is
 * @param userId the owning user's id; null for a key of the root user
 * @param status whether it may sign
 * @param created when
 * @param lastUse when and where it last signed; null for never
 */
public record AccessKey(String id, AccountId account, @Nullable String userId, Status status, Instant created, @Nullable Use lastUse) {
  /** Whether a key may sign. */
  public enum Status {
    /** It may. */
    ACTIVE,
    /** It may not, until it is activated again. */
    INACTIVE
  }

  /**
   * A use of a key.
   *
   * @param at when
   * @param service the signing name of the service, such as {@code iam}
   * @param region the region in the signature's scope
   */
  public record Use(Instant at, String service, String region) {}
}
