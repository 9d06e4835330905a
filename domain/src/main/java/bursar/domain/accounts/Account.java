package bursar.domain.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account and its owner, the root user.
 *
 * @param id its twelve digits
 * @param name 1 to 50 printable ASCII characters
 * @param email the owner's address as it was typed; unique in the installation, ignoring case
 * @param alias the name that may stand for the id when signing in; null when none was made
 * @param created when it was signed up
 * @param billingAccess the switch
 * @param actionSet which vocabulary of billing permissions decides in the console
 * @param version grows with every change of the account's identities, policies, keys or switch; what was read under one version is stale
 *     under the next
 */
public record Account(
    AccountId id,
    String name,
    String email,
    @Nullable String alias,
    Instant created,
    BillingAccess billingAccess,
    ActionSet actionSet,
    long version) {

  /** The ARN of the owner. */
  public String rootArn() {
    return rootArn(id);
  }

  /** The ARN of the owner of an account. */
  public static String rootArn(AccountId id) {
    return "arn:aws:iam::" + id + ":root";
  }
}
