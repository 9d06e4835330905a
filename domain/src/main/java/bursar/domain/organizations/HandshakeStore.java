package bursar.domain.organizations;

import bursar.domain.accounts.AccountId;
import java.util.List;
import java.util.Optional;

/** Keeps handshakes in the state in which somebody left them; that one has expired is for others to tell. Writes join the open transaction. */
public interface HandshakeStore {
  /** Keeps a new handshake. */
  void insert(Handshake handshake);

  /** The handshake with the id. */
  Optional<Handshake> find(String id);

  /** Puts a handshake into another state. */
  void update(String id, Handshake.State state);

  /** The handshakes of an organization, by id. */
  List<Handshake> ofOrganization(String organization);

  /** The handshakes that name the account by its id or by its owner's e-mail address, by id. */
  List<Handshake> ofTarget(AccountId account, String emailKey);
}
