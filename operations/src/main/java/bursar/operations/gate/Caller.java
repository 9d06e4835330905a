package bursar.operations.gate;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, from where and when.
 *
 * @param principal who, proven by a signature, a session or the operator's token
 * @param surface over which of the two ways in
 * @param sourceIp the address the call came from
 * @param userAgent what the client says it is; may be empty
 * @param secure whether it came over TLS
 * @param at the server's time of the call
 * @param requestId the id that names the call in answers, the log and the audit trail
 * @param accessKeyId the key that signed it; null for sessions
 */
public record Caller(
    Principal principal,
    Surface surface,
    String sourceIp,
    String userAgent,
    boolean secure,
    Instant at,
    String requestId,
    @Nullable String accessKeyId) {

  /** The two ways in. */
  public enum Surface {
    /** A person in the console: a browser session. */
    CONSOLE,
    /** A program: a signed request. */
    API
  }

  /**
   * The account the caller belongs to.
   *
   * @throws Failure if the caller belongs to none
   */
  public AccountId account() {
    if (principal instanceof Principal.OfAccount ofAccount) {
      return ofAccount.account();
    }
    throw new Failure("AccessDeniedException", "Only a principal of an account can ask this.");
  }

  /** Whether the caller is the root user of its account. */
  public boolean isRoot() {
    return principal instanceof Principal.Root;
  }
}
