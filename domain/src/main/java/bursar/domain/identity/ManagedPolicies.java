package bursar.domain.identity;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.identity.managed.AwsManagedPolicies;
import bursar.policy.PolicyQuota;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of managed policies and their versions; those that ship with the product can be read and attached, never changed. */
public final class ManagedPolicies {
  private static final Pattern VERSION = Pattern.compile("v([1-9]\\d{0,8})(\\.[A-Za-z0-9-]*)?");
  private static final int DESCRIPTION_MAX = 1000;

  private final IdentityStores stores;
  private final IdentityChanges changes;
  private final UniqueIds ids;
  private final PolicyDocuments documents;

  /** The rules over the stores. */
  public ManagedPolicies(IdentityStores stores, IdentityChanges changes, UniqueIds ids, PolicyDocuments documents) {
    this.stores = stores;
    this.changes = changes;
    this.ids = ids;
    this.documents = documents;
  }

  /**
   * Makes a policy with its first version.
   *
   * @param path null for {@code /}
   * @param description null for none
   * @throws Failure ValidationError, InvalidInput, MalformedPolicyDocument, EntityAlreadyExists, LimitExceeded
   */
  public ManagedPolicy create(
      AccountId account, String name, @Nullable String path, @Nullable String description, String document, List<Tag> tags) {
    Names.checkPolicy(name);
    String at = path == null ? "/" : path;
    Names.checkPolicyPath(at);
    String about = description == null ? "" : description;
    if (about.length() > DESCRIPTION_MAX) {
      throw new Failure("ValidationError", "A policy's description has at most " + DESCRIPTION_MAX + " characters.");
    }
    checkDocument(document);
    List<Tag> kept = Tags.OF_POLICY.set(List.of(), tags);
    return changes.change(account, () -> {
      if (stores.policies().findByName(account, name).isPresent()) {
        throw new Failure("EntityAlreadyExists", "A policy called " + name + " already exists. Duplicate names are not allowed.");
      }
      Quotas.checkOneMore(stores.policies().count(account), "PoliciesPerAccount", Quotas.POLICIES_PER_ACCOUNT);
      ManagedPolicy policy = new ManagedPolicy(account, ids.managedPolicy(), name, at, about, 1, changes.now(), changes.now());
      stores.policies().insert(policy, new PolicyVersion(1, document, policy.created()));
      stores.tags().replace(policy.id(), kept);
      return policy;
    });
  }

  private void checkDocument(String document) {
    documents.check(document);
    PolicyQuota quota = PolicyQuota.MANAGED_POLICY;
    if (quota.counted(document) > quota.maximum()) {
      throw new Failure("LimitExceeded", "Cannot exceed quota for PolicySize: " + quota.maximum());
    }
  }

  /**
   * The policy with the ARN, of the account or shipped with the product.
   *
   * @throws Failure InvalidInput when it is no policy's ARN, NoSuchEntity
   */
  public ManagedPolicy get(AccountId account, String arn) {
    if (!Arns.isPolicy(arn)) {
      throw new Failure("InvalidInput", "ARN " + arn + " is not valid.");
    }
    return (Arns.isAwsManaged(arn) ? AwsManagedPolicies.find(arn) : stores.policies().find(account, arn))
        .orElseThrow(() -> new Failure("NoSuchEntity", "Policy " + arn + " was not found."));
  }

  /** The account's own policies whose path begins so, by name. */
  public List<ManagedPolicy> own(AccountId account, String pathPrefix) {
    return stores.policies().list(account, pathPrefix);
  }

  /** The policies shipped with the product whose path begins so, by name. */
  public List<ManagedPolicy> shipped(String pathPrefix) {
    return AwsManagedPolicies.list().stream().filter(policy -> policy.path().startsWith(pathPrefix)).toList();
  }

  /** How many policies the account has made. */
  public int count(AccountId account) {
    return stores.policies().count(account);
  }

  /** To how many users and groups of the account each policy is attached, by ARN; 0 is left out. */
  public Map<String, Integer> attachmentCounts(AccountId account) {
    return stores.holdings().attachmentCounts(account);
  }

  /**
   * Deletes a policy that is attached to nobody and has one version only.
   *
   * @throws Failure InvalidInput, NoSuchEntity, DeleteConflict
   */
  public void delete(AccountId account, String arn) {
    changes.change(account, () -> {
      ManagedPolicy policy = ownPolicy(account, arn);
      if (stores.holdings().attachmentCounts(account).containsKey(arn)) {
        throw new Failure("DeleteConflict", "Cannot delete a policy attached to entities.");
      }
      if (stores.policies().versions(policy).size() > 1) {
        throw new Failure(
            "DeleteConflict",
            "This policy has more than one version. Before you delete a policy, you must delete the policy's versions."
                + " The default version is deleted with the policy.");
      }
      stores.tags().replace(policy.id(), List.of());
      stores.policies().delete(policy);
    });
  }

  private ManagedPolicy ownPolicy(AccountId account, String arn) {
    ManagedPolicy policy = get(account, arn);
    if (policy.account() == null) {
      throw new Failure("InvalidInput", "The policy " + arn + " ships with the product and cannot be changed. Make a policy of your own.");
    }
    return policy;
  }

  /** The policy's versions, newest first. */
  public List<PolicyVersion> versions(ManagedPolicy policy) {
    return policy.account() == null ? List.of(AwsManagedPolicies.version(policy)) : stores.policies().versions(policy);
  }

  /**
   * One version of a policy.
   *
   * @param versionId such as {@code v1}
   * @throws Failure InvalidInput when it has not that form, NoSuchEntity
   */
  public PolicyVersion version(ManagedPolicy policy, String versionId) {
    Matcher matcher = VERSION.matcher(versionId);
    if (!matcher.matches()) {
      throw new Failure("InvalidInput", "The version " + versionId + " is not valid: write v and a number, such as v1.");
    }
    int number = Integer.parseInt(matcher.group(1));
    return versions(policy).stream()
        .filter(version -> version.number() == number)
        .findFirst()
        .orElseThrow(
            () -> new Failure("NoSuchEntity", "Policy " + policy.arn() + " version " + versionId + " does not exist or is not attachable."));
  }

  /**
   * Gives a policy another version.
   *
   * @param asDefault whether it counts from now on
   * @throws Failure InvalidInput, NoSuchEntity, MalformedPolicyDocument, LimitExceeded
   */
  public PolicyVersion createVersion(AccountId account, String arn, String document, boolean asDefault) {
    checkDocument(document);
    return changes.change(account, () -> {
      ManagedPolicy policy = ownPolicy(account, arn);
      if (stores.policies().versions(policy).size() >= Quotas.VERSIONS_PER_POLICY) {
        throw new Failure(
            "LimitExceeded",
            "A managed policy can have up to " + Quotas.VERSIONS_PER_POLICY
                + " versions. Before you create a new version, you must delete an existing version.");
      }
      PolicyVersion version = new PolicyVersion(stores.policies().nextVersion(policy), document, changes.now());
      stores.policies().insertVersion(policy, version);
      if (asDefault) {
        stores.policies().updateDefault(policy, version.number(), changes.now());
      }
      return version;
    });
  }

  /**
   * Deletes a version that does not count.
   *
   * @throws Failure InvalidInput, NoSuchEntity, DeleteConflict
   */
  public void deleteVersion(AccountId account, String arn, String versionId) {
    changes.change(account, () -> {
      ManagedPolicy policy = ownPolicy(account, arn);
      PolicyVersion version = version(policy, versionId);
      if (version.number() == policy.defaultVersion()) {
        throw new Failure("DeleteConflict", "Cannot delete the default version of a policy.");
      }
      stores.policies().deleteVersion(policy, version.number());
    });
  }

  /**
   * Makes a version the one that counts.
   *
   * @throws Failure InvalidInput, NoSuchEntity
   */
  public void setDefault(AccountId account, String arn, String versionId) {
    changes.change(account, () -> {
      ManagedPolicy policy = ownPolicy(account, arn);
      stores.policies().updateDefault(policy, version(policy, versionId).number(), changes.now());
    });
  }

  /** The policy's tags, by key; a policy that ships with the product has none. */
  public List<Tag> tags(ManagedPolicy policy) {
    return policy.account() == null ? List.of() : stores.tags().tags(policy.id());
  }

  /** Sets tags on a policy. */
  public void tag(AccountId account, String arn, List<Tag> tags) {
    changes.change(account, () -> {
      ManagedPolicy policy = ownPolicy(account, arn);
      stores.tags().replace(policy.id(), Tags.OF_POLICY.set(stores.tags().tags(policy.id()), tags));
    });
  }

  /** Takes tags off a policy. */
  public void untag(AccountId account, String arn, List<String> keys) {
    changes.change(account, () -> {
      ManagedPolicy policy = ownPolicy(account, arn);
      stores.tags().replace(policy.id(), Tags.OF_POLICY.without(stores.tags().tags(policy.id()), keys));
    });
  }
}
