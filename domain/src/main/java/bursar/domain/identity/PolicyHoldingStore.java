package bursar.domain.identity;

import bursar.domain.accounts.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Keeps which policies users and groups carry, inline and attached. Writes join the open transaction. */
public interface PolicyHoldingStore {
  /** Keeps an inline policy, in place of one of the same name. */
  void putInline(PolicyHolder holder, String name, String document);

  /** The document of an inline policy. */
  Optional<String> inline(PolicyHolder holder, String name);

  /** Every inline policy of the holder, name to document, by name. */
  SortedMap<String, String> inlines(PolicyHolder holder);

  /** Forgets an inline policy; false when there was none. */
  boolean deleteInline(PolicyHolder holder, String name);

  /** Attaches a managed policy; nothing changes when it is attached already. */
  void attach(PolicyHolder holder, String policyArn);

  /** Detaches a managed policy; false when it was not attached. */
  boolean detach(PolicyHolder holder, String policyArn);

  /** The ARNs attached to the holder, sorted. */
  List<String> attached(PolicyHolder holder);

  /** How many users and groups of the account each policy is attached to; policies that are not attached are left out. */
  Map<String, Integer> attachmentCounts(AccountId account);

  /** The users of the account a policy is attached to, by name. */
  List<User> attachedUsers(AccountId account, String policyArn);

  /** The groups of the account a policy is attached to, by name. */
  List<Group> attachedGroups(AccountId account, String policyArn);

  /**
   * Every policy that counts for a user: its inline ones, those attached to it, and those of its groups. The document of a policy that ships
   * with the product is left empty.
   */
  List<IdentityPolicy> policiesOf(AccountId account, String userId);
}
