package bursar.storage.state;

import bursar.domain.identity.SecretBox;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals with AES-256-GCM under one key: a form byte, four bytes that tell the key, a fresh 96-bit nonce, then the text and its 128-bit tag,
 * with the context authenticated along. Source: NIST SP 800-38D.
 */
public final class AesSecretBox implements SecretBox {
  private static final byte FORM = 1;
  private static final int KEY_BYTES = 32;
  private static final int KEY_ID_BYTES = 4;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEADER_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;

  private final SecretKeySpec key;
  private final byte[] keyId;
  private final SecureRandom random;

  /**
   * A box with that key.
   *
   * @param key 32 random bytes
   */
  public AesSecretBox(byte[] key, SecureRandom random) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("The key that seals secrets has " + KEY_BYTES + " bytes, and this one has " + key.length + ".");
    }
    this.key = new SecretKeySpec(key, "AES");
    this.keyId = keyId(key);
    this.random = random;
  }

  private static byte[] keyId(byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("key id".getBytes(StandardCharsets.US_ASCII));
      return Arrays.copyOf(digest.digest(key), KEY_ID_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  @Override
  public byte[] seal(String secret, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(HEADER_BYTES + sealed.length).put(FORM).put(keyId).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret could not be sealed.", e);
    }
  }

  @Override
  public String open(byte[] sealed, String context) {
    if (sealed.length <= HEADER_BYTES || sealed[0] != FORM) {
      throw new IllegalStateException("A stored secret has a form that this version does not know.");
    }
    if (!Arrays.equals(sealed, 1, 1 + KEY_ID_BYTES, keyId, 0, KEY_ID_BYTES)) {
      throw new IllegalStateException("A stored secret was sealed under another key than the one in the key file. Put the right file back.");
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1 + KEY_ID_BYTES, HEADER_BYTES);
    try {
      byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A stored secret was altered, or belongs to another thing.", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
