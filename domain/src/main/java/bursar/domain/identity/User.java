package bursar.domain.identity;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An IAM user.
 *
 * @param account whose user it is
 * @param id unique for ever, AIDA and 17 more characters
 * @param name as it was typed; unique in the account, ignoring case
 * @param path {@code /} or {@code /.../}
 * @param created when
 * @param passwordLastUsed when the user last signed in with a password; null for never
 */
public record User(AccountId account, String id, String name, String path, Instant created, @Nullable Instant passwordLastUsed) {
  /** The user's ARN. */
  public String arn() {
    return Arns.of(account, "user", path, name);
  }
}
