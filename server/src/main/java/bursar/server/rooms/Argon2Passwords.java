package bursar.server.rooms;

import bursar.domain.accounts.PasswordHasher;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes passwords with Argon2id, with the parameters Spring Security recommends.
 *
 * <p>Each hash needs 16 MiB, so only a few are computed at a time: a flood of sign-ins waits instead of eating the memory.
 */
final class Argon2Passwords implements PasswordHasher {
  private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  @Override
  public String hash(String password) {
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
