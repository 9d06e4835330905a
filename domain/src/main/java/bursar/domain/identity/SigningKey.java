package bursar.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * All that checking a signature needs to know of a key, in one read.
 *
 * @param key the key, its status included
 * @param sealedSecret the secret as the {@link SecretBox} sealed it, with the key's id as context
 * @param owner the owning user; null for the root user
 * @param accountVersion the account's version at the time of the read
 */
@SuppressWarnings("ArrayRecordComponent")
public record SigningKey(AccessKey key, byte[] sealedSecret, @Nullable User owner, long accountVersion) {
  @Override
  public String toString() {
    return "SigningKey[" + key.id() + ", version " + accountVersion + "]";
  }
}
