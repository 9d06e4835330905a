package bursar.domain.identity;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps customer managed policies and their versions. Writes join the open transaction. Promised: a name is unique in its account. */
public interface ManagedPolicyStore {
  /** Keeps a new policy with its first version. */
  void insert(ManagedPolicy policy, PolicyVersion first);

  /** The account's policy with the ARN. */
  Optional<ManagedPolicy> find(AccountId account, String arn);

  /** The account's policy of that name, ignoring case. */
  Optional<ManagedPolicy> findByName(AccountId account, String name);

  /** The account's policies whose path begins so, by {@link Names#key} of the name. */
  List<ManagedPolicy> list(AccountId account, String pathPrefix);

  /** How many policies the account has. */
  int count(AccountId account);

  /** Forgets the policy and its versions. */
  void delete(ManagedPolicy policy);

  /** The policy's versions, newest first. */
  List<PolicyVersion> versions(ManagedPolicy policy);

  /** The number the policy's next version gets. */
  int nextVersion(ManagedPolicy policy);

  /** Keeps a new version. */
  void insertVersion(ManagedPolicy policy, PolicyVersion version);

  /** Forgets a version. */
  void deleteVersion(ManagedPolicy policy, int number);

  /** Makes a version the one that counts. */
  void updateDefault(ManagedPolicy policy, int number, Instant at);
}
