package bursar.domain.identity;

import java.time.Instant;

/**
 * One text a managed policy has or had.
 *
 * @param number 1 or more, never used twice in one policy
 * @param document the policy's JSON as it was given
 * @param created when
 */
public record PolicyVersion(int number, String document, Instant created) {
  /** The version's name, such as {@code v1}. */
  public String name() {
    return "v" + number;
  }
}
