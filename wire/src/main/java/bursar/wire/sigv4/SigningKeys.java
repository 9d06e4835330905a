package bursar.wire.sigv4;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derived signing keys, remembered for the scopes in use.
 *
 * <p>A key is found by the access key's id, a digest of its secret and the scope, so that a replaced secret never meets an old key. At most
 * {@link #KEYS_MAX} are remembered, the least recently used go first; only keys that have verified a signature are.
 */
final class SigningKeys {
  private static final int KEYS_MAX = 4096;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Scope, Mac> known = new LinkedHashMap<>(64, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Scope, Mac> eldest) {
      return size() > KEYS_MAX;
    }
  };

  record Scope(String accessKeyId, String secretDigest, String date, String region, String service) {
    static Scope of(SignatureClaim claim, SigningCredential credential) {
      byte[] digest = sha256(credential.secretAccessKey().getBytes(StandardCharsets.UTF_8));
      return new Scope(claim.accessKeyId(), new String(digest, StandardCharsets.ISO_8859_1), claim.date(), claim.region(), claim.service());
    }
  }

  /** A code maker with that scope's key; the caller's own. */
  Mac forScope(Scope scope, String secret) {
    Mac mac;
    lock.lock();
    try {
      mac = known.get(scope);
    } finally {
      lock.unlock();
    }
    return mac == null ? derive(scope, secret) : copy(mac);
  }

  /** Remembers a key that has verified a signature. */
  void remember(Scope scope, Mac mac) {
    lock.lock();
    try {
      known.putIfAbsent(scope, mac);
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return known.size();
    } finally {
      lock.unlock();
    }
  }

  private static Mac derive(Scope scope, String secret) {
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : new String[] {scope.date(), scope.region(), scope.service(), "aws4_request"}) {
      key = mac(key).doFinal(part.getBytes(StandardCharsets.UTF_8));
    }
    return mac(key);
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }

  private static Mac copy(Mac mac) {
    try {
      return (Mac) mac.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the runtime's HmacSHA256 cannot be copied", e);
    }
  }

  static byte[] sha256(byte[] bytes) {
    return sha256(bytes, bytes.length);
  }

  static byte[] sha256(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
