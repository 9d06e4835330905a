package bursar.domain.signin;

import java.time.Instant;
import java.util.Optional;

/** Keeps how often signing in failed, by a hash of whom or from where. Writes join the open transaction. */
public interface AttemptStore {
  /**
   * Failed attempts in a row.
   *
   * @param count how many
   * @param last when the last one was
   * @param blockedUntil no attempt is looked at before
   */
  record Failures(int count, Instant last, Instant blockedUntil) {}

  /** The failures noted under a key. */
  Optional<Failures> find(String key);

  /** Notes failures under a key, in place of those there were. */
  void put(String key, Failures failures);

  /** Forgets the failures under a key. */
  void delete(String key);

  /** Forgets failures whose last one was before the moment. */
  void deleteBefore(Instant last);
}
