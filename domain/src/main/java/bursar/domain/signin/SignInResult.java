package bursar.domain.signin;

import bursar.domain.accounts.Account;
import bursar.domain.identity.User;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of an attempt to sign in. */
public sealed interface SignInResult {
  /**
   * The password was right.
   *
   * @param account the principal's account
   * @param user who; null for the root user
   * @param resetRequired whether the user must choose a new password now
   * @param opened the new session
   */
  record SignedIn(Account account, @Nullable User user, boolean resetRequired, OpenedSession opened) implements SignInResult {}

  /**
   * Something was wrong; what, is not said.
   *
   * @param account the account that was meant, for its audit trail; null when there is none. The person must not be told
   * @param userName the user that was meant, {@code root} for the root user; {@link SignIn#HIDDEN_NAME} where there is no such user
   */
  record Refused(@Nullable Account account, String userName) implements SignInResult {}

  /**
   * Too many failures came before; the password was not looked at.
   *
   * @param delay how long until the next attempt
   * @param account as of {@link Refused}
   * @param userName as of {@link Refused}
   */
  record MustWait(Duration delay, @Nullable Account account, String userName) implements SignInResult {}
}
