package bursar.server.pipeline;

import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.audit.AuditEvent;
import bursar.domain.identity.User;
import bursar.domain.identity.Users;
import bursar.domain.signin.Session;
import bursar.domain.signin.SignInResult;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Leaves CloudTrail's {@code ConsoleLogin} event for every attempt to sign in to an account that exists, and a {@code ConsoleLogout} event
 * where somebody signs out. Attempts on one user that fail are stored in bounds.
 */
public final class SignInAudit {
  private static final String ANONYMOUS = "anonymous";

  private final AuditTrail trail;
  private final Users users;
  private final InstantSource clock;

  /** Events go to that trail; names are found among those users. */
  public SignInAudit(AuditTrail trail, Users users, InstantSource clock) {
    this.trail = trail;
    this.users = users;
    this.clock = clock;
  }

  /** Somebody signed in. */
  public void signedIn(Exchange exchange, SignInResult.SignedIn result) {
    AccountId account = result.account().id();
    User user = result.user();
    trail.gather(event(exchange, "ConsoleLogin", account, user == null ? Account.rootArn(account) : user.arn(), user == null ? "root" : user.name(),
        null, null));
  }

  /** Somebody was refused, or must wait; attempts on accounts that do not exist leave no event. */
  public void refused(Exchange exchange, @Nullable Account account, String userName, String sentence) {
    if (account != null) {
      trail.gatherInBounds("sign-in:" + account.id() + "/" + userName.toLowerCase(Locale.ROOT),
          event(exchange, "ConsoleLogin", account.id(), ANONYMOUS, userName, "Failure", sentence));
    }
  }

  /** The holder of the session signed out. */
  public void signedOut(Exchange exchange, Session session) {
    String userId = session.userId();
    String arn = userId == null ? Account.rootArn(session.account()) : users.findById(session.account(), userId).map(User::arn).orElse(ANONYMOUS);
    trail.gather(event(exchange, "ConsoleLogout", session.account(), arn, holder(session), null, null));
  }

  /** A page that does not know the session's CSRF token tried to sign its holder out. */
  public void signOutRefused(Exchange exchange, Session session, String sentence) {
    trail.gatherInBounds("session:" + session.tokenHash(),
        event(exchange, "ConsoleLogout", session.account(), ANONYMOUS, holder(session), "Failure", sentence));
  }

  private String holder(Session session) {
    String userId = session.userId();
    return userId == null ? "root" : users.findById(session.account(), userId).map(User::name).orElse(userId);
  }

  private AuditEvent event(
      Exchange exchange, String name, AccountId account, String arn, String userName, @Nullable String error, @Nullable String sentence) {
    String agent = exchange.request().headers().first("User-Agent");
    String id = UUID.randomUUID().toString();
    return new AuditEvent(id, clock.instant(), account, arn, userName, null, "signin.amazonaws.com", name, false,
        exchange.request().remoteAddress(), agent == null ? "" : agent, null, error, sentence, id);
  }
}
