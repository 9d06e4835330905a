package bursar.domain.signin;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps sessions. Writes join the open transaction. Not promised: that expired ones are gone; the rules check the time. */
public interface SessionStore {
  /** Keeps a new session. */
  void insert(Session session);

  /** The session whose token has the hash. */
  Optional<Session> find(String tokenHash);

  /** Notes when the session was last used. */
  void updateLastSeen(String tokenHash, Instant at);

  /** Forgets a session. */
  void delete(String tokenHash);

  /** Forgets every session of a user, or of the root user with null. */
  void deleteOf(AccountId account, @Nullable String userId);

  /** Forgets sessions created or last seen before these moments. */
  void deleteExpired(Instant createdBefore, Instant lastSeenBefore);
}
