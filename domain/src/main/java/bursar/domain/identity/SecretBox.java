package bursar.domain.identity;

/** Seals secrets so that the database alone does not give them away. Its key is kept outside the database. */
public interface SecretBox {
  /**
   * Seals a secret; sealing the same twice gives different bytes.
   *
   * @param secret what to keep
   * @param context what the secret belongs to; it opens with the same context only
   */
  byte[] seal(String secret, String context);

  /**
   * The secret again.
   *
   * @throws IllegalStateException when the bytes were altered, belong to another context or were sealed under a key this box does not have
   */
  String open(byte[] sealed, String context);
}
