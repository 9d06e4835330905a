package bursar.policy;

import org.jspecify.annotations.Nullable;

/**
 * Roles and KMS keys are closed even to their own account until their own policy opens them: a trust policy and a key policy
 * must allow in any case (IAM user guide, "Policy evaluation logic"; KMS developer guide, "Key policies").
 */
final class OwnAllow {
  private OwnAllow() {}

  /**
   * The kind of the resource's own policy that must allow the request; null when none need.
   *
   * @param hasResourcePolicy whether a policy of the resource is there to be asked
   */
  static @Nullable PolicyKind neededFor(AccessRequest request, boolean hasResourcePolicy) {
    String action = request.action();
    if (action.regionMatches(true, 0, "sts:", 0, 4)) {
      boolean assumes = action.regionMatches(true, 4, "AssumeRole", 0, 10);
      return assumes || names(request.resource(), ":iam:", ":role/") ? PolicyKind.TRUST : null;
    }
    if (action.regionMatches(true, 0, "kms:", 0, 4)) {
      return hasResourcePolicy || names(request.resource(), ":kms:", ":key/") ? PolicyKind.RESOURCE : null;
    }
    return null;
  }

  private static boolean names(String resource, String service, String type) {
    int at = resource.startsWith("arn:") ? resource.indexOf(service, 4) : -1;
    return at > 0 && resource.indexOf(':', 4) == at && resource.indexOf(type, at) > 0;
  }
}
