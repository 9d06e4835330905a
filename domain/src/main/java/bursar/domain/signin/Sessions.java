package bursar.domain.signin;

import bursar.domain.Transactions;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.SessionEnding;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The rules of browser sessions: they end after a time without use, after a time in all, and when their ground goes away. */
public final class Sessions implements SessionEnding {
  private static final Duration SEEN_NOTED_EVERY = Duration.ofMinutes(1);

  private final SessionStore store;
  private final Transactions transactions;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final Limits limits;

  /**
   * How long a session lives.
   *
   * @param idle how long it may go unused
   * @param absolute how long it lives in all, used or not
   */
  public record Limits(Duration idle, Duration absolute) {
    /** One hour unused, twelve hours in all, as the AWS console's sessions. */
    public static final Limits DEFAULT = new Limits(Duration.ofHours(1), Duration.ofHours(12));
  }

  /**
   * The rules over one store.
   *
   * @param random must be unpredictable
   */
  public Sessions(SessionStore store, Transactions transactions, RandomGenerator random, InstantSource clock, Limits limits) {
    this.store = store;
    this.transactions = transactions;
    this.random = random;
    this.clock = clock;
    this.limits = limits;
  }

  /** Opens a session with new tokens, and forgets expired ones on the way. */
  public OpenedSession open(AccountId account, @Nullable String userId) {
    String token = Tokens.random(random);
    String csrfToken = Tokens.random(random);
    Instant now = clock.instant();
    Session session = new Session(Tokens.hash(token), Tokens.hash(csrfToken), account, userId, now, now);
    transactions.<Object>inTransaction(() -> {
      store.deleteExpired(now.minus(limits.absolute()), now.minus(limits.idle()).minus(SEEN_NOTED_EVERY));
      store.insert(session);
      return session;
    });
    return new OpenedSession(session, token, csrfToken);
  }

  /** The live session of a token, its use noted. */
  public Optional<Session> find(String token) {
    Instant now = clock.instant();
    Optional<Session> found = store.find(Tokens.hash(token)).filter(session -> isLive(session, now));
    found.filter(session -> session.lastSeen().plus(SEEN_NOTED_EVERY).isBefore(now)).ifPresent(session -> noteSeen(session, now));
    return found;
  }

  private boolean isLive(Session session, Instant now) {
    return now.isBefore(session.created().plus(limits.absolute())) && now.isBefore(session.lastSeen().plus(limits.idle()));
  }

  private void noteSeen(Session session, Instant now) {
    transactions.<Object>inTransaction(() -> {
      store.updateLastSeen(session.tokenHash(), now);
      return session;
    });
  }

  /** Whether a call of the session carries the session's own CSRF token. */
  public boolean csrfMatches(Session session, @Nullable String csrfToken) {
    return csrfToken != null && Tokens.matches(csrfToken, session.csrfHash());
  }

  /** Ends the session of a token, if there is one. */
  public void close(String token) {
    transactions.<Object>inTransaction(() -> {
      store.delete(Tokens.hash(token));
      return token;
    });
  }

  @Override
  public void endAll(AccountId account, @Nullable String userId) {
    transactions.<Object>inTransaction(() -> {
      store.deleteOf(account, userId);
      return account;
    });
  }
}
