package bursar.domain.organizations;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps organizations, their units, and who belonged to them when. Writes join the open transaction.
 *
 * <p>Promised: an account has one organization at most, and manages one at most; ids of organizations, roots and units are unique; what
 * was a membership stays known after it ended and after its organization is gone. Not promised: any check of sense.
 */
public interface OrganizationStore {
  /** The management account of the organization another account belongs to; empty for management accounts and for those that stand alone. */
  Optional<AccountId> payerOf(AccountId member);

  /** The members of a management account's organization, by id, without itself; empty when it has none. */
  List<AccountId> membersOf(AccountId payer);

  /** The organization an account belongs to or manages. */
  Optional<Organization> organizationOf(AccountId account);

  /** The organization with the id. */
  Optional<Organization> organization(String id);

  /** Whether an organization has that root. */
  boolean hasRoot(String rootId);

  /** Keeps a new organization. */
  void insert(Organization organization);

  /** Forgets an organization and its units; memberships must have ended. */
  void delete(Organization organization);

  /** The units of an organization, by id. */
  List<OrganizationalUnit> units(String organization);

  /** The unit with the id. */
  Optional<OrganizationalUnit> unit(String id);

  /** Keeps a new unit. */
  void insert(OrganizationalUnit unit);

  /** Gives a unit another name. */
  void rename(String unit, String name);

  /** Forgets a unit. */
  void deleteUnit(String unit);

  /** The memberships of an organization that last, by account. */
  List<Membership> memberships(String organization);

  /** The last membership of each account that once belonged to an organization and does no longer, by account. */
  List<Membership> formerMemberships(String organization);

  /** The membership of an account that lasts. */
  Optional<Membership> membership(AccountId account);

  /** Every membership an account ever had, the oldest first. */
  List<Membership> history(AccountId account);

  /** Keeps the beginning of a membership. */
  void begin(Membership membership);

  /** Moves an account to another place in its organization. */
  void move(AccountId account, String parent);

  /** Ends the membership of an account. */
  void end(AccountId account, Instant at);
}
