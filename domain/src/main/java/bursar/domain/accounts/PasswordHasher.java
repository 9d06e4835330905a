package bursar.domain.accounts;

/** Turns passwords into hashes that are slow to guess from. */
public interface PasswordHasher {
  /**
   * Does the slow work of {@link #hash} ahead, so that the next call with the same password, on the same thread, is quick: a hash inside a
   * transaction would keep every other writer waiting.
   */
  default void prepare(String password) {}

  /**
   * Does {@link #matches} ahead: where the password is right, the next {@link #matches} with the same two on the same thread is quick.
   *
   * @return what {@link #matches} answers
   */
  default boolean prepareMatch(String password, String hash) {
    return matches(password, hash);
  }

  /** Forgets what was prepared on this thread. */
  default void forgetPrepared() {}

  /** A salted hash that {@link #matches} accepts with the same password only. */
  String hash(String password);

  /** A hash that comparing with takes as long as with any other, and that no password was made into. */
  default String decoy() {
    return hash("no account has this password");
  }

  /** Whether the password is the one the hash was made of; takes the same time either way. */
  boolean matches(String password, String hash);
}
