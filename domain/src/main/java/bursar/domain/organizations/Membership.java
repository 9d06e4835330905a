package bursar.domain.organizations;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time during which an account belonged to an organization; the management account has one as well.
 *
 * @param organization the organization's id
 * @param payer its management account
 * @param account who belongs to it
 * @param parent where it stands, or stood last: the root's id or a unit's
 * @param method how it came
 * @param joined since when
 * @param left until when; null while it lasts
 */
public record Membership(
    String organization, AccountId payer, AccountId account, String parent, Method method, Instant joined, @Nullable Instant left) {

  /** How an account came to an organization. Source: AWS Organizations API, {@code AccountJoinedMethod}. */
  public enum Method {
    /** It was there before, and accepted an invitation. */
    INVITED,
    /** It was created in the organization. */
    CREATED
  }
}
