package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.domain.identity.Quotas;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.policy.PolicyQuota;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;

/** Counts what the account has, beside what it may have. Source: IAM API reference, GetAccountSummary. */
public final class GetAccountSummary implements Operation<GetAccountSummaryRequest, GetAccountSummaryResponse> {
  private final Identity identity;
  private final Declaration<GetAccountSummaryRequest, GetAccountSummaryResponse> declaration;

  /** The operation over the rules of identities. */
  public GetAccountSummary(Identity identity) {
    this.identity = identity;
    declaration =
        IamService.declare("GetAccountSummary", GetAccountSummaryRequest.class, GetAccountSummaryResponse.class, AccessLevel.READ)
            .summary("Counts what the account has, beside what it may have.")
            .example(() -> GetAccountSummaryRequest.builder().build())
            .build();
  }

  @Override
  public Declaration<GetAccountSummaryRequest, GetAccountSummaryResponse> declaration() {
    return declaration;
  }

  @Override
  public GetAccountSummaryResponse handle(Authorized<GetAccountSummaryRequest> call) {
    Map<String, Integer> summary = new LinkedHashMap<>();
    summary.put("Users", identity.users().count(call.account()));
    summary.put("UsersQuota", Quotas.USERS_PER_ACCOUNT);
    summary.put("Groups", identity.groups().count(call.account()));
    summary.put("GroupsQuota", Quotas.GROUPS_PER_ACCOUNT);
    summary.put("GroupsPerUserQuota", Quotas.GROUPS_PER_USER);
    summary.put("Policies", identity.managedPolicies().count(call.account()));
    summary.put("PoliciesQuota", Quotas.POLICIES_PER_ACCOUNT);
    summary.put("PolicySizeQuota", PolicyQuota.MANAGED_POLICY.maximum());
    summary.put("VersionsPerPolicyQuota", Quotas.VERSIONS_PER_POLICY);
    summary.put("AttachedPoliciesPerUserQuota", Quotas.ATTACHED_POLICIES_PER_USER);
    summary.put("AttachedPoliciesPerGroupQuota", Quotas.ATTACHED_POLICIES_PER_GROUP);
    summary.put("UserPolicySizeQuota", PolicyQuota.USER_INLINE.maximum());
    summary.put("GroupPolicySizeQuota", PolicyQuota.GROUP_INLINE.maximum());
    summary.put("AccessKeysPerUserQuota", Quotas.ACCESS_KEYS_PER_USER);
    summary.put("AccountAccessKeysPresent", identity.accessKeys().list(call.account(), null).isEmpty() ? 0 : 1);
    summary.put("AccountPasswordPresent", 1);
    summary.put("AccountMFAEnabled", 0);
    summary.put("MFADevices", 0);
    summary.put("MFADevicesInUse", 0);
    summary.put("Roles", 0);
    return GetAccountSummaryResponse.builder().summaryMapWithStrings(summary).build();
  }
}
