package bursar.domain.organizations;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import java.util.Locale;

/**
 * An invitation of an account into an organization.
 *
 * @param id {@code h-} and 8 to 32 small letters and digits
 * @param organization the organization's id
 * @param payer its management account
 * @param targetKind how the account was named
 * @param target its twelve digits, or its owner's e-mail address in small letters
 * @param notes what the inviter says to the invited; may be empty
 * @param state what became of it
 * @param requested when it was made
 * @param expires until when it can be accepted
 */
public record Handshake(String id, String organization, AccountId payer, TargetKind targetKind, String target, String notes, State state,
    Instant requested, Instant expires) {

  /** How the invited account was named. */
  public enum TargetKind {
    /** By its id. */
    ACCOUNT,
    /** By its owner's e-mail address. */
    EMAIL
  }

  /** What became of it. Source: AWS Organizations API, {@code HandshakeState}. */
  public enum State {
    /** It waits for an answer. */
    OPEN,
    /** The organization took it back. */
    CANCELED,
    /** The account joined. */
    ACCEPTED,
    /** The account would not. */
    DECLINED,
    /** Nobody answered in time. */
    EXPIRED
  }

  /** Its ARN. */
  public String arn() {
    return "arn:aws:organizations::" + payer + ":handshake/" + organization + "/invite/" + id;
  }

  /** The same in another state. */
  public Handshake in(State other) {
    return new Handshake(id, organization, payer, targetKind, target, notes, other, requested, expires);
  }

  static String emailKey(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
