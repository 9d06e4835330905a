package bursar.policy;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One question to a set of policies.
 *
 * @param principal who asks
 * @param action {@code service:Name}; its case does not matter
 * @param resource an ARN, or {@code *} for an action without resource-level permissions
 * @param resourceAccount the account that owns the resource; null when it is the principal's own
 * @param context the condition keys that the request carries
 */
public record AccessRequest(
    Principal principal, String action, String resource, @Nullable String resourceAccount, RequestContext context) {
  /** A question about a resource of the principal's own account. */
  public AccessRequest(String principalArn, String action, String resource, RequestContext context) {
    this(Principal.parse(principalArn), action, resource, null, context);
  }

  /** Who asks, as AWS's sentences name them. */
  public String principalArn() {
    return principal.text();
  }

  /** Whether the resource belongs to another account than the principal. */
  public boolean crossesAccounts() {
    return resourceAccount != null && principal.account() != null && !resourceAccount.equals(principal.account());
  }

  /** The request as a sentence tells it: action, resource, and the keys it carries, by name. */
  public String describe() {
    String keys =
        context.asMap().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue()))
            .collect(Collectors.joining(" "));
    return action + " on " + resource + (keys.isEmpty() ? "" : " with " + keys);
  }
}
