package bursar.domain.identity;

import bursar.domain.accounts.AccountId;
import bursar.domain.identity.managed.AwsManagedPolicies;
import java.util.List;

/** The whole of what counts for a user, with the documents of policies that ship with the product. */
public final class CarriedPolicies {
  private final PolicyHoldingStore holdings;

  /** Policies as this store keeps them. */
  public CarriedPolicies(PolicyHoldingStore holdings) {
    this.holdings = holdings;
  }

  /** Every policy that counts for a user and where it comes from: inline ones, attached ones, those of its groups. */
  public List<IdentityPolicy> of(AccountId account, String userId) {
    return holdings.policiesOf(account, userId).stream().map(CarriedPolicies::withDocument).toList();
  }

  private static IdentityPolicy withDocument(IdentityPolicy policy) {
    String arn = policy.arn();
    if (arn == null || !Arns.isAwsManaged(arn)) {
      return policy;
    }
    ManagedPolicy shipped = AwsManagedPolicies.find(arn)
        .orElseThrow(() -> new IllegalStateException("The policy " + arn + " is attached and does not ship with this version."));
    return new IdentityPolicy(
        shipped.name(), arn, shipped.defaultVersion(), policy.group(), AwsManagedPolicies.version(shipped).document());
  }
}
