package bursar.domain.identity;

import bursar.domain.accounts.AccountId;
import java.time.Instant;

/**
 * An IAM group: users who share policies. It cannot sign in.
 *
 * @param account whose group it is
 * @param id unique for ever, AGPA and 17 more characters
 * @param name as it was typed; unique in the account, ignoring case
 * @param path {@code /} or {@code /.../}
 * @param created when
 */
public record Group(AccountId account, String id, String name, String path, Instant created) {
  /** The group's ARN. */
  public String arn() {
    return Arns.of(account, "group", path, name);
  }
}
