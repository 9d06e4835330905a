package bursar.operations.iam;

import bursar.domain.identity.Arns;
import bursar.domain.identity.Identity;
import bursar.domain.identity.ManagedPolicy;
import bursar.domain.identity.Names;
import bursar.domain.identity.PageRequest;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;

/** Lists the managed policies of the account and those that ship with the product. Source: IAM API reference, ListPolicies. */
public final class ListPolicies implements Operation<ListPoliciesRequest, ListPoliciesResponse> {
  private final Identity identity;
  private final Declaration<ListPoliciesRequest, ListPoliciesResponse> declaration;

  /** The operation over the rules of identities. */
  public ListPolicies(Identity identity) {
    this.identity = identity;
    declaration =
        IamService.declare("ListPolicies", ListPoliciesRequest.class, ListPoliciesResponse.class, AccessLevel.LIST)
            .summary("Lists the managed policies of the account and those that ship with the product.")
            .resource((caller, input) ->
                Arns.of(caller.account(), "policy", input.pathPrefix() == null ? "/" : input.pathPrefix(), ""))
            .rules(IamRules.SCOPE, IamRules.PATH_PREFIX, IamRules.USAGE_FILTER, IamRules.MAX_ITEMS, IamRules.MARKER)
            .example(() -> ListPoliciesRequest.builder().build())
            .build();
  }

  @Override
  public Declaration<ListPoliciesRequest, ListPoliciesResponse> declaration() {
    return declaration;
  }

  @Override
  public ListPoliciesResponse handle(Authorized<ListPoliciesRequest> call) {
    var input = call.input();
    var counts = identity.managedPolicies().attachmentCounts(call.account());
    var page = PageRequest.of(input.maxItems(), input.marker()).pageOfAll(wanted(call, counts), ListPolicies::order);
    return ListPoliciesResponse.builder()
        .policies(page.items().stream().map(policy -> IamModels.policy(policy, counts.getOrDefault(policy.arn(), 0)).build()).toList())
        .isTruncated(page.next() != null)
        .marker(page.next())
        .build();
  }

  private List<ManagedPolicy> wanted(Authorized<ListPoliciesRequest> call, Map<String, Integer> counts) {
    var input = call.input();
    String scope = input.scopeAsString() == null ? "All" : input.scopeAsString();
    String prefix = input.pathPrefix() == null ? "/" : input.pathPrefix();
    List<ManagedPolicy> policies = new ArrayList<>();
    if (!scope.equals("AWS")) {
      policies.addAll(identity.managedPolicies().own(call.account(), prefix));
    }
    if (!scope.equals("Local")) {
      policies.addAll(identity.managedPolicies().shipped(prefix));
    }
    if (Boolean.TRUE.equals(input.onlyAttached())) {
      policies.removeIf(policy -> !counts.containsKey(policy.arn()));
    }
    if ("PermissionsBoundary".equals(input.policyUsageFilterAsString())) {
      policies.clear();
    }
    return policies;
  }

  /** The account's own first, each part by name. */
  private static String order(ManagedPolicy policy) {
    return (policy.account() == null ? "2 " : "1 ") + Names.key(policy.name());
  }
}
