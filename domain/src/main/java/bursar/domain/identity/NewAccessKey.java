package bursar.domain.identity;

/**
 * A key just made: the only moment its secret is shown.
 *
 * @param key the key
 * @param secret 40 characters; never logged, never stored in clear
 */
public record NewAccessKey(AccessKey key, String secret) {
  @Override
  public String toString() {
    return "NewAccessKey[" + key.id() + "]";
  }
}
