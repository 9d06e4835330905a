package bursar.operations.memory;

import bursar.domain.accounts.AccountId;
import bursar.domain.organizations.OrganizationStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Memberships in memory. */
public final class InMemoryOrganizationStore implements OrganizationStore {
  private final Map<AccountId, AccountId> payers = new TreeMap<>();

  @Override
  public Optional<AccountId> payerOf(AccountId member) {
    return Optional.ofNullable(payers.get(member));
  }

  @Override
  public List<AccountId> membersOf(AccountId payer) {
    return payers.entrySet().stream().filter(entry -> entry.getValue().equals(payer)).map(Map.Entry::getKey).toList();
  }

  @Override
  public void insert(AccountId payer, AccountId member, Instant joined) {
    payers.put(member, payer);
  }

  @Override
  public void delete(AccountId member) {
    payers.remove(member);
  }
}
