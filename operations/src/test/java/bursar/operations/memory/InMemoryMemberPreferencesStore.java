package bursar.operations.memory;

import bursar.domain.accounts.AccountId;
import bursar.domain.organizations.MemberPreferences;
import bursar.domain.organizations.MemberPreferencesStore;
import java.util.HashMap;
import java.util.Map;

/** What payers let their members see, in memory. */
public final class InMemoryMemberPreferencesStore implements MemberPreferencesStore {
  private final Map<AccountId, MemberPreferences> preferences = new HashMap<>();

  @Override
  public MemberPreferences find(AccountId payer) {
    return preferences.getOrDefault(payer, MemberPreferences.UNCHANGED);
  }

  @Override
  public void put(AccountId payer, MemberPreferences said) {
    preferences.put(payer, said);
  }
}
