package bursar.domain.audit;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in one account's audit trail.
 *
 * @param account whose trail
 * @param from events at or after this moment; null for no limit
 * @param until events at or before this moment; null for no limit
 * @param attributes each must be equal; empty for all events
 * @param max how many events a page has at most, 1 or more
 * @param after the marker of the page before; null for the first page
 */
public record AuditQuery(
    AccountId account,
    @Nullable Instant from,
    @Nullable Instant until,
    Map<Attribute, String> attributes,
    int max,
    @Nullable String after) {

  /** Keeps its own copy of the attributes. */
  public AuditQuery {
    attributes = Map.copyOf(attributes);
  }

  /** What events may be looked up by; CloudTrail's LookupAttributes of the same names. */
  public enum Attribute {
    /** The event's id. */
    EVENT_ID,
    /** The operation. */
    EVENT_NAME,
    /** {@code true} or {@code false}. */
    READ_ONLY,
    /** The principal's short name. */
    USER_NAME,
    /** The service. */
    EVENT_SOURCE,
    /** The key that signed. */
    ACCESS_KEY_ID
  }
}
