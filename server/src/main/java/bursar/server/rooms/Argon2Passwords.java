package bursar.server.rooms;

import bursar.domain.accounts.PasswordHasher;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes passwords with Argon2id, with the parameters Spring Security recommends.
 *
 * <p>Each hash needs 16 MiB, so only a few are computed at a time: a flood of sign-ins waits instead of eating the memory.
 */
final class Argon2Passwords implements PasswordHasher {
  private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final ThreadLocal<@Nullable Prepared> prepared = new ThreadLocal<>();
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /** A password hashed ahead on this thread. */
  private record Prepared(String password, String hash) {
    @Override
    public String toString() {
      return "Prepared";
    }
  }

  @Override
  public void prepare(String password) {
    prepared.set(new Prepared(password, computed(password)));
  }

  @Override
  public String hash(String password) {
    Prepared ahead = prepared.get();
    prepared.remove();
    return ahead != null && ahead.password().equals(password) ? ahead.hash() : computed(password);
  }

  private String computed(String password) {
    turns.acquireUninterruptibly();
    try {
      String hash = encoder.encode(password);
      if (hash == null) {
        throw new IllegalStateException("the encoder gave no hash");
      }
      return hash;
    } finally {
      turns.release();
    }
  }

  @Override
  public boolean matches(String password, String hash) {
    turns.acquireUninterruptibly();
    try {
      return encoder.matches(password, hash);
    } finally {
      turns.release();
    }
  }
}
