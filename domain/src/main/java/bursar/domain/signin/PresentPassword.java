package bursar.domain.signin;

import bursar.domain.Failure;
import bursar.domain.accounts.PasswordHasher;
import bursar.domain.identity.LoginProfile;
import bursar.domain.identity.User;
import bursar.domain.identity.UserStore;
import java.time.Duration;
import java.util.List;

/**
 * Lets a user who is signed in prove the present password before choosing another. Wrong ones count as failed sign-ins do, under the same
 * keys: whoever found an open session, or a key, guesses no faster here than at the door.
 */
public final class PresentPassword {
  private final UserStore users;
  private final PasswordHasher hasher;
  private final Attempts attempts;

  /** The rule over those stores and attempts. */
  public PresentPassword(UserStore users, PasswordHasher hasher, Attempts attempts) {
    this.users = users;
    this.hasher = hasher;
    this.attempts = attempts;
  }

  /**
   * Compares the password, outside any transaction; comparing it once more on this thread is quick.
   *
   * @param address where the call comes from
   * @throws Failure NoSuchEntity when the user has no password, AccessDenied when it is another, EntityTemporarilyUnmodifiable when too many
   *     attempts failed before
   */
  public void prove(User user, String password, String address) {
    LoginProfile profile = users.loginProfile(user.id())
        .orElseThrow(() -> new Failure("NoSuchEntity", "Login Profile for User " + user.name() + " cannot be found."));
    String key = Attempts.userKey(user.account().digits(), user.name());
    String from = Attempts.addressKey(address);
    Duration wait = attempts.begin(List.of(key, from));
    if (!wait.isZero()) {
      long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
      throw new Failure("EntityTemporarilyUnmodifiable",
          "Too many attempts with a wrong password failed. Try again in " + seconds + (seconds == 1 ? " second." : " seconds."));
    }
    if (!hasher.prepareMatch(password, profile.passwordHash())) {
      throw new Failure("AccessDenied", "The old password was incorrect.");
    }
    attempts.succeeded(key, from);
  }
}
