package bursar.policy;

/**
 * One question to a set of policies.
 *
 * @param principalArn who asks, as AWS's sentences name them
 * @param action {@code service:Name}; its case does not matter
 * @param resource an ARN, or {@code *} for an action without resource-level permissions
 * @param context the condition keys that the request carries
 */
public record AccessRequest(String principalArn, String action, String resource, RequestContext context) {}
