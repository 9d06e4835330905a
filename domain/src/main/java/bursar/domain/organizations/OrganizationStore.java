package bursar.domain.organizations;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps who is a member of whose organization. Writes join the open transaction. Not promised: any check of sense. */
public interface OrganizationStore {
  /** The management account of the organization the account is a member of; empty when it is no member. */
  Optional<AccountId> payerOf(AccountId member);

  /** The members of a management account's organization, by id, without itself; empty when it has none. */
  List<AccountId> membersOf(AccountId payer);

  /** Keeps a membership. */
  void insert(AccountId payer, AccountId member, Instant joined);

  /** Forgets a membership. */
  void delete(AccountId member);
}
