package bursar.domain.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account's switch «IAM user and role access to Billing information» (AWS: activated once, by the root user only).
 *
 * @param state whether policies count at all for billing; off, only the root user reaches it
 * @param scope which ways in the switch closes
 * @param changedAt when it was last changed; null if never
 * @param changedBy the ARN of who changed it; null if never
 */
public record BillingAccess(State state, Scope scope, @Nullable Instant changedAt, @Nullable String changedBy) {

  /** On or off. */
  public enum State {
    /** Policies decide. */
    ACTIVATED,
    /** Every IAM user, role and federated user is refused, whatever policies say. */
    DEACTIVATED
  }

  /** Which ways in the switch closes. */
  public enum Scope {
    /** Console pages and programs alike; the default, since a key would otherwise walk around it. */
    CONSOLE_AND_API,
    /** Console pages only, as on AWS. */
    CONSOLE
  }

  /** A signed-up account's: off, and covering both ways in. */
  public static final BillingAccess NEVER_CHANGED = new BillingAccess(State.DEACTIVATED, Scope.CONSOLE_AND_API, null, null);
}
