package bursar.policy;

import org.jspecify.annotations.Nullable;

/**
 * A policy and how it came to apply.
 *
 * @param name the policy's name
 * @param arn the policy's ARN; null for an inline policy
 * @param via where it comes from, such as {@code attached to user} or {@code inline in group Admins}
 * @param document what it says
 */
public record AttachedPolicy(String name, @Nullable String arn, String via, PolicyDocument document) {}
