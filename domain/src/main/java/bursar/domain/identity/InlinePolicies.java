package bursar.domain.identity;

import bursar.domain.Failure;
import bursar.policy.PolicyQuota;
import java.util.List;

/** The rules of policies written into one user or group. */
public final class InlinePolicies {
  private final IdentityStores stores;
  private final IdentityChanges changes;
  private final PolicyDocuments documents;

  /** The rules over the stores. */
  public InlinePolicies(IdentityStores stores, IdentityChanges changes, PolicyDocuments documents) {
    this.stores = stores;
    this.changes = changes;
    this.documents = documents;
  }

  /**
   * Writes a policy into a user or group, in place of one of the same name.
   *
   * @throws Failure ValidationError, MalformedPolicyDocument, LimitExceeded
   */
  public void put(PolicyHolder holder, String name, String document) {
    Names.checkPolicy(name);
    documents.check(document);
    PolicyQuota quota = quota(holder);
    changes.change(holder.account(), () -> {
      int others = stores.holdings().inlines(holder).entrySet().stream()
          .filter(entry -> !entry.getKey().equals(name))
          .mapToInt(entry -> quota.counted(entry.getValue()))
          .sum();
      if (others + quota.counted(document) > quota.maximum()) {
        throw new Failure("LimitExceeded", "Maximum policy size of " + quota.maximum() + " bytes exceeded for " + kind(holder) + " " + holder.name());
      }
      stores.holdings().putInline(holder, name, document);
    });
  }

  /**
   * A policy's document.
   *
   * @throws Failure NoSuchEntity
   */
  public String get(PolicyHolder holder, String name) {
    return stores.holdings().inline(holder, name).orElseThrow(() -> missing(holder, name));
  }

  /** The names of a holder's policies, sorted. */
  public List<String> names(PolicyHolder holder) {
    return List.copyOf(stores.holdings().inlines(holder).keySet());
  }

  /**
   * Deletes a policy.
   *
   * @throws Failure NoSuchEntity
   */
  public void delete(PolicyHolder holder, String name) {
    changes.change(holder.account(), () -> {
      if (!stores.holdings().deleteInline(holder, name)) {
        throw missing(holder, name);
      }
    });
  }

  private static Failure missing(PolicyHolder holder, String name) {
    return new Failure("NoSuchEntity", "The " + kind(holder) + " policy with name " + name + " cannot be found.");
  }

  private static String kind(PolicyHolder holder) {
    return switch (holder) {
      case PolicyHolder.OfUser _ -> "user";
      case PolicyHolder.OfGroup _ -> "group";
    };
  }

  private static PolicyQuota quota(PolicyHolder holder) {
    return switch (holder) {
      case PolicyHolder.OfUser _ -> PolicyQuota.USER_INLINE;
      case PolicyHolder.OfGroup _ -> PolicyQuota.GROUP_INLINE;
    };
  }
}
