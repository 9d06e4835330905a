package bursar.domain.organizations;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to create an account in an organization, and what came of it. Here it is settled as soon as it is made.
 *
 * @param id {@code car-} and 8 to 32 small letters and digits
 * @param organization the organization's id
 * @param accountName the name that was asked for
 * @param requested when it was asked for and settled
 * @param account the new account; null when it failed
 * @param failure why it failed; null when it did not
 */
public record AccountCreation(String id, String organization, String accountName, Instant requested, @Nullable AccountId account,
    @Nullable FailureReason failure) {

  /** Why no account was made. Source: AWS Organizations API, {@code CreateAccountFailureReason}. */
  public enum FailureReason {
    /** Another account has the address. */
    EMAIL_ALREADY_EXISTS,
    /** The address is none. */
    INVALID_EMAIL
  }
}
