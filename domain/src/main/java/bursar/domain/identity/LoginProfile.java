package bursar.domain.identity;

import java.time.Instant;

/**
 * A user's password for the console.
 *
 * @param userId whose
 * @param passwordHash made by the {@link bursar.domain.accounts.PasswordHasher}
 * @param created when the profile was made
 * @param resetRequired whether the user must choose a new password at the next sign-in
 */
public record LoginProfile(String userId, String passwordHash, Instant created, boolean resetRequired) {
  @Override
  public String toString() {
    return "LoginProfile[userId=" + userId + ", created=" + created + ", resetRequired=" + resetRequired + "]";
  }
}
