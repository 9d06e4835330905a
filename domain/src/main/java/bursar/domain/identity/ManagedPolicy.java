package bursar.domain.identity;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A policy that stands on its own and is attached to users and groups.
 *
 * @param account whose policy it is; null for one that ships with the product
 * @param id unique for ever, ANPA and 17 more characters
 * @param name unique in the account, ignoring case
 * @param path {@code /} or {@code /.../}
 * @param description up to 1000 characters; empty for none
 * @param defaultVersion the version that counts, 1 or more
 * @param created when
 * @param updated when a version was last made
 */
public record ManagedPolicy(
    @Nullable AccountId account,
    String id,
    String name,
    String path,
    String description,
    int defaultVersion,
    Instant created,
    Instant updated) {

  /** The policy's ARN. */
  public String arn() {
    return account == null ? "arn:aws:iam::aws:policy" + path + name : Arns.of(account, "policy", path, name);
  }
}
