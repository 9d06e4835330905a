package bursar.server.rooms;

import bursar.domain.accounts.PasswordHasher;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes passwords with Argon2id, with the parameters Spring Security recommends (its defaults since 5.8).
 *
 * <p>Each hash needs 16 MiB, so only a few are computed at a time: a flood of sign-ins waits instead of eating the memory.
 */
final class Argon2Passwords implements PasswordHasher {
  private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 1 << 14;
  private static final int PASSES = 2;

  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  /** What was computed ahead on this thread; forgotten at the end of the call that it was computed for. */
  private final ThreadLocal<@Nullable Prepared> prepared = new ThreadLocal<>();
  private final ThreadLocal<@Nullable Prepared> matched = new ThreadLocal<>();
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /** A password and a hash of it. */
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

  /** Random bytes in the form of a hash with the same parameters: no hash is computed for it, so that the server starts sooner. */
  @Override
  public String decoy() {
    byte[] salt = new byte[SALT_BYTES];
    byte[] hash = new byte[HASH_BYTES];
    SecureRandom random = new SecureRandom();
    random.nextBytes(salt);
    random.nextBytes(hash);
    Base64.Encoder text = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + text.encodeToString(salt) + "$" + text.encodeToString(hash);
  }

  @Override
  public boolean prepareMatch(String password, String hash) {
    matched.remove();
    boolean right = compared(password, hash);
    if (right) {
      matched.set(new Prepared(password, hash));
    }
    return right;
  }

  @Override
  public void forgetPrepared() {
    prepared.remove();
    matched.remove();
  }

  @Override
  public boolean matches(String password, String hash) {
    return new Prepared(password, hash).equals(matched.get()) || compared(password, hash);
  }

  private boolean compared(String password, String hash) {
    turns.acquireUninterruptibly();
    try {
      return encoder.matches(password, hash);
    } finally {
      turns.release();
    }
  }
}
