package bursar.operations.bursar;

import bursar.domain.guardrails.Reach;
import bursar.policy.AccessRequest;
import java.util.List;
import java.util.Map;

/**
 * A request that would pass.
 *
 * @param action its action
 * @param resourceArn its resource
 * @param context the condition keys it must carry, those aside that follow from who asks
 */
public record ExampleRequest(String action, String resourceArn, List<ExplainAccess.ContextEntry> context) {
  static ExampleRequest of(AccessRequest request) {
    return new ExampleRequest(request.action(), request.resource(), request.context().asMap().entrySet().stream()
        .filter(entry -> !Reach.followsFromWho(entry.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new ExplainAccess.ContextEntry(entry.getKey(), entry.getValue()))
        .toList());
  }
}
