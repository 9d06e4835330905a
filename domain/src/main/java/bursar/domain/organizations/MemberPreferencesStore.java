package bursar.domain.organizations;

import bursar.domain.accounts.AccountId;

/** Keeps what management accounts let their members see. Writes join the open transaction. */
public interface MemberPreferencesStore {
  /** The preferences of an account, exceptions by account; unchanged ones when it never said anything. */
  MemberPreferences find(AccountId payer);

  /** Replaces the preferences of an account. */
  void put(AccountId payer, MemberPreferences preferences);
}
