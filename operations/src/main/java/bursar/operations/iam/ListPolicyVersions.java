package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.domain.identity.PageRequest;
import bursar.domain.identity.PolicyVersion;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.Locale;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsResponse;

/** Lists the versions of a managed policy, newest first. Source: IAM API reference, ListPolicyVersions. */
public final class ListPolicyVersions implements Operation<ListPolicyVersionsRequest, ListPolicyVersionsResponse> {
  private final Identity identity;
  private final Declaration<ListPolicyVersionsRequest, ListPolicyVersionsResponse> declaration;

  /** The operation over the rules of identities. */
  public ListPolicyVersions(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare("ListPolicyVersions", ListPolicyVersionsRequest.class, ListPolicyVersionsResponse.class, AccessLevel.LIST)
            .summary("Lists the versions of a managed policy, newest first.")
            .resource((caller, input) -> input.policyArn())
            .conditionKeys((caller, input) -> targets.policyTags(caller, input.policyArn()))
            .rules(IamRules.POLICY_ARN, IamRules.MAX_ITEMS, IamRules.MARKER)
            .errors(IamService.NO_SUCH_ENTITY, IamService.INVALID_INPUT)
            .example(() -> ListPolicyVersionsRequest.builder().policyArn("arn:aws:iam::111122223333:policy/Reader").build())
            .build();
  }

  @Override
  public Declaration<ListPolicyVersionsRequest, ListPolicyVersionsResponse> declaration() {
    return declaration;
  }

  @Override
  public ListPolicyVersionsResponse handle(Authorized<ListPolicyVersionsRequest> call) {
    var input = call.input();
    var policy = identity.managedPolicies().get(call.account(), input.policyArn());
    var versions = identity.managedPolicies().versions(policy);
    var page = PageRequest.of(input.maxItems(), input.marker()).pageOfAll(versions, ListPolicyVersions::order);
    return ListPolicyVersionsResponse.builder()
        .versions(page.items().stream().map(version -> IamModels.version(version, policy.defaultVersion()).build()).toList())
        .isTruncated(page.next() != null)
        .marker(page.next())
        .build();
  }

  private static String order(PolicyVersion version) {
    return String.format(Locale.ROOT, "%010d", Integer.MAX_VALUE - version.number());
  }
}
