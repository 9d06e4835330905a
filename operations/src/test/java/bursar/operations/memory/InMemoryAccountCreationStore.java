package bursar.operations.memory;

import bursar.domain.organizations.AccountCreation;
import bursar.domain.organizations.AccountCreationStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Requests to create accounts in memory. */
public final class InMemoryAccountCreationStore implements AccountCreationStore {
  private final Map<String, AccountCreation> creations = new TreeMap<>();

  @Override
  public void insert(AccountCreation creation) {
    creations.put(creation.id(), creation);
  }

  @Override
  public Optional<AccountCreation> find(String id) {
    return Optional.ofNullable(creations.get(id));
  }

  @Override
  public List<AccountCreation> ofOrganization(String organization) {
    return creations.values().stream().filter(one -> one.organization().equals(organization)).toList();
  }
}
