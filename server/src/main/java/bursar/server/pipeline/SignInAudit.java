package bursar.server.pipeline;

import bursar.domain.accounts.AccountId;
import bursar.domain.audit.AuditEvent;
import bursar.domain.signin.SignInResult;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leaves CloudTrail's {@code ConsoleLogin} event for every attempt to sign in to an account that exists. */
public final class SignInAudit {
  private final AuditTrail trail;
  private final InstantSource clock;

  /** Events go to that trail. */
  public SignInAudit(AuditTrail trail, InstantSource clock) {
    this.trail = trail;
    this.clock = clock;
  }

  /** Somebody signed in. */
  public void signedIn(Exchange exchange, SignInResult.SignedIn result) {
    AccountId account = result.account().id();
    String name = result.user() == null ? "root" : result.user().name();
    String arn = result.user() == null ? "arn:aws:iam::" + account + ":root" : result.user().arn().toString();
    trail.gather(event(exchange, account, arn, name, null, null));
  }

  /** Somebody was refused; attempts on accounts that do not exist leave no event. */
  public void refused(Exchange exchange, @Nullable AccountId account, String userName, String sentence) {
    if (account != null) {
      trail.gather(event(exchange, account, "anonymous", userName, "Failure", sentence));
    }
  }

  private AuditEvent event(
      Exchange exchange, AccountId account, String arn, String name, @Nullable String error, @Nullable String sentence) {
    String agent = exchange.request().headers().first("User-Agent");
    String id = UUID.randomUUID().toString();
    return new AuditEvent(id, clock.instant(), account, arn, name, null, "signin.amazonaws.com", "ConsoleLogin", false,
        exchange.request().remoteAddress(), agent == null ? "" : agent, null, error, sentence, id);
  }
}
