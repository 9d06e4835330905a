package bursar.domain.accounts;

import org.jspecify.annotations.Nullable;

/** Ends browser sessions whose ground has gone: a changed password, a deleted user or login profile. */
@FunctionalInterface
public interface SessionEnding {
  /**
   * Ends every open session of one principal, in the open transaction.
   *
   * @param account the principal's account
   * @param userId the user's unique id; null for the root user
   */
  void endAll(AccountId account, @Nullable String userId);
}
