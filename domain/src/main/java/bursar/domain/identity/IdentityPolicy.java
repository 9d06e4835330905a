package bursar.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * A policy that counts for a principal, and where it comes from.
 *
 * @param name the policy's name
 * @param arn the managed policy's ARN; null for an inline policy
 * @param version the version that counts; 0 for an inline policy
 * @param group the name of the group it comes through; null when the user has it
 * @param document the policy's JSON
 */
public record IdentityPolicy(String name, @Nullable String arn, int version, @Nullable String group, String document) {
  /** Where it comes from in words: {@code attached to user}, {@code inline in user}, {@code group Admins}. */
  public String via() {
    if (group != null) {
      return "group " + group;
    }
    return arn != null ? "attached to user" : "inline in user";
  }
}
