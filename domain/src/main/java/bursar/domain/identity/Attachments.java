package bursar.domain.identity;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import java.util.List;

/** The rules of attaching managed policies, and the whole of what counts for a user. */
public final class Attachments {
  private final IdentityStores stores;
  private final IdentityChanges changes;
  private final ManagedPolicies policies;
  private final CarriedPolicies carried;

  /** The rules over the stores. */
  public Attachments(IdentityStores stores, IdentityChanges changes, ManagedPolicies policies) {
    this.stores = stores;
    this.changes = changes;
    this.policies = policies;
    this.carried = new CarriedPolicies(stores.holdings());
  }

  /**
   * Attaches a policy; nothing happens when it is attached already.
   *
   * @throws Failure InvalidInput, NoSuchEntity, LimitExceeded
   */
  public void attach(PolicyHolder holder, String policyArn) {
    changes.change(holder.account(), () -> {
      ManagedPolicy policy = existing(holder.account(), policyArn);
      List<String> present = stores.holdings().attached(holder);
      if (present.contains(policy.arn())) {
        return;
      }
      switch (holder) {
        case PolicyHolder.OfUser _ -> Quotas.checkOneMore(present.size(), "PoliciesPerUser", Quotas.ATTACHED_POLICIES_PER_USER);
        case PolicyHolder.OfGroup _ -> Quotas.checkOneMore(present.size(), "PoliciesPerGroup", Quotas.ATTACHED_POLICIES_PER_GROUP);
      }
      stores.holdings().attach(holder, policy.arn());
    });
  }

  private ManagedPolicy existing(AccountId account, String policyArn) {
    try {
      return policies.get(account, policyArn);
    } catch (Failure failure) {
      if (failure.code().equals("NoSuchEntity")) {
        throw new Failure("NoSuchEntity", "Policy " + policyArn + " does not exist or is not attachable.");
      }
      throw failure;
    }
  }

  /**
   * Detaches a policy.
   *
   * @throws Failure InvalidInput, NoSuchEntity
   */
  public void detach(PolicyHolder holder, String policyArn) {
    changes.change(holder.account(), () -> {
      ManagedPolicy policy = policies.get(holder.account(), policyArn);
      if (!stores.holdings().detach(holder, policy.arn())) {
        throw new Failure("NoSuchEntity", "Policy " + policyArn + " was not found.");
      }
    });
  }

  /** The policies attached to a holder whose path begins so, by ARN. */
  public List<ManagedPolicy> attached(PolicyHolder holder, String pathPrefix) {
    return stores.holdings().attached(holder).stream()
        .map(arn -> policies.get(holder.account(), arn))
        .filter(policy -> policy.path().startsWith(pathPrefix))
        .toList();
  }

  /** The account's users a policy is attached to, by name. */
  public List<User> users(AccountId account, String policyArn) {
    return stores.holdings().attachedUsers(account, policyArn);
  }

  /** The account's groups a policy is attached to, by name. */
  public List<Group> groups(AccountId account, String policyArn) {
    return stores.holdings().attachedGroups(account, policyArn);
  }

  /** Every policy that counts for a user and where it comes from: inline ones, attached ones, those of its groups. */
  public List<IdentityPolicy> policiesOf(AccountId account, String userId) {
    return carried.of(account, userId);
  }
}
