package bursar.wire.sigv4;

import org.jspecify.annotations.Nullable;

/**
 * What the server knows of an access key.
 *
 * @param accessKeyId its public name
 * @param secretAccessKey the secret both sides share
 * @param sessionToken the token that a temporary key must be sent with; null for a long-term key, which must be sent without one
 */
public record SigningCredential(String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {
  /** Names the key, never its secret. */
  @Override
  public String toString() {
    return "SigningCredential[" + accessKeyId + "]";
  }
}
