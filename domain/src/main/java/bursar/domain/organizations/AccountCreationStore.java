package bursar.domain.organizations;

import java.util.List;
import java.util.Optional;

/** Keeps requests to create accounts. Writes join the open transaction. */
public interface AccountCreationStore {
  /** Keeps a settled request. */
  void insert(AccountCreation creation);

  /** The request with the id. */
  Optional<AccountCreation> find(String id);

  /** The requests of an organization, by id. */
  List<AccountCreation> ofOrganization(String organization);
}
