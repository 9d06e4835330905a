package bursar.policy;

import org.jspecify.annotations.Nullable;

/**
 * A policy and how it came to apply.
 *
 * @param name the policy's name
 * @param arn the policy's ARN; null for an inline policy
 * @param via where it comes from, such as {@code attached to user} or {@code inline in group Admins}
 * @param document what it says
 * @param level for service and resource control policies, what they are attached to (the root, an organizational unit, the
 *     account): those of one level are alternatives, and every level must allow; null is the level without a name, as is an empty text
 */
public record AttachedPolicy(String name, @Nullable String arn, String via, PolicyDocument document, @Nullable String level) {
  /** Takes an empty level for the one without a name. */
  public AttachedPolicy {
    level = level == null || level.isEmpty() ? null : level;
  }

  /** A policy that stands at no level. */
  public AttachedPolicy(String name, @Nullable String arn, String via, PolicyDocument document) {
    this(name, arn, via, document, null);
  }
}
