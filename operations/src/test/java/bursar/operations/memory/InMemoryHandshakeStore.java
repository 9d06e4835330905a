package bursar.operations.memory;

import bursar.domain.accounts.AccountId;
import bursar.domain.organizations.Handshake;
import bursar.domain.organizations.HandshakeStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Invitations in memory. */
public final class InMemoryHandshakeStore implements HandshakeStore {
  private final Map<String, Handshake> handshakes = new TreeMap<>();

  @Override
  public void insert(Handshake handshake) {
    handshakes.put(handshake.id(), handshake);
  }

  @Override
  public Optional<Handshake> find(String id) {
    return Optional.ofNullable(handshakes.get(id));
  }

  @Override
  public void update(String id, Handshake.State state) {
    handshakes.computeIfPresent(id, (same, was) -> was.in(state));
  }

  @Override
  public List<Handshake> ofOrganization(String organization) {
    return handshakes.values().stream().filter(one -> one.organization().equals(organization)).toList();
  }

  @Override
  public List<Handshake> ofTarget(AccountId account, String emailKey) {
    return handshakes.values().stream().filter(one -> one.target().equals(account.digits()) || one.target().equals(emailKey)).toList();
  }
}
