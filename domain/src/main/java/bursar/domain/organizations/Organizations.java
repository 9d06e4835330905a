package bursar.domain.organizations;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.AccountStore;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The rules of organizations: who makes them, who belongs to them, who pays. Every change bumps the version of the management account and
 * of the accounts it concerns. Source: AWS Organizations API reference and quotas.
 */
public final class Organizations {
  /** How many accounts an organization may have, its management account included. */
  public static final int ACCOUNTS_MAX = 10_000;

  private static final int ID_ATTEMPTS_MAX = 100;

  private final OrganizationStore store;
  private final AccountStore accounts;
  private final Transactions transactions;
  private final OrganizationIds ids;
  private final InstantSource clock;
  private final OrganizationTree tree;

  /**
   * The rules over one store.
   *
   * @param random makes ids, which need not be hard to guess
   */
  public Organizations(
      OrganizationStore store, AccountStore accounts, Transactions transactions, RandomGenerator random, InstantSource clock) {
    this.store = store;
    this.accounts = accounts;
    this.transactions = transactions;
    this.ids = new OrganizationIds(random);
    this.clock = clock;
    this.tree = new OrganizationTree(this, store, accounts, transactions, ids, clock);
  }

  /** The rules of the tree of units. */
  public OrganizationTree tree() {
    return tree;
  }

  /** Who pays for the account: the management account of its organization, else the account itself. */
  public AccountId payerOf(AccountId account) {
    return store.payerOf(account).orElse(account);
  }

  /** The members of the account's organization when it is a management account, by id and without itself; else none. */
  public List<AccountId> membersOf(AccountId payer) {
    return store.membersOf(payer);
  }

  /** Whether the account is a member, that is, another account pays for it. */
  public boolean isMember(AccountId account) {
    return store.payerOf(account).isPresent();
  }

  /** The organization the account belongs to or manages. */
  public Optional<Organization> find(AccountId account) {
    return store.organizationOf(account);
  }

  /**
   * The organization the account belongs to or manages.
   *
   * @throws Failure AWSOrganizationsNotInUseException when it stands alone
   */
  public Organization of(AccountId account) {
    return find(account).orElseThrow(() -> new Failure("AWSOrganizationsNotInUseException", "Your account is not a member of an organization."));
  }

  /**
   * The organization the account manages.
   *
   * @throws Failure AWSOrganizationsNotInUseException when it stands alone, AccessDeniedException when it is a member
   */
  public Organization managedBy(AccountId account) {
    Organization organization = of(account);
    if (!organization.managementAccount().equals(account)) {
      throw new Failure("AccessDeniedException", "You don't have permissions to access this resource: only the management account "
          + organization.managementAccount() + " of the organization may do this.");
    }
    return organization;
  }

  /**
   * Makes an organization that the account manages.
   *
   * @throws Failure AlreadyInOrganizationException when it belongs to one
   */
  public Organization create(AccountId account, FeatureSet featureSet) {
    return transactions.inTransaction(() -> {
      if (find(account).isPresent()) {
        throw new Failure("AlreadyInOrganizationException", "The account " + account + " is already a member of an organization.");
      }
      Organization organization = new Organization(ids.organization(), account, featureSet, freeRoot(), clock.instant());
      store.insert(organization);
      store.begin(new Membership(organization.id(), account, account, organization.rootId(), Membership.Method.INVITED, clock.instant(), null));
      accounts.bumpVersion(account);
      return organization;
    });
  }

  private String freeRoot() {
    for (int attempt = 0; attempt < ID_ATTEMPTS_MAX; attempt++) {
      String root = ids.root();
      if (!store.hasRoot(root)) {
        return root;
      }
    }
    throw new IllegalStateException("No free id of a root was found in " + ID_ATTEMPTS_MAX + " attempts.");
  }

  /**
   * Ends an organization; its management account stands alone from now on.
   *
   * @throws Failure OrganizationNotEmptyException while it has members
   */
  public void delete(AccountId management) {
    transactions.<Object>inTransaction(() -> {
      Organization organization = managedBy(management);
      if (!store.membersOf(management).isEmpty()) {
        throw new Failure("OrganizationNotEmptyException",
            "The organization isn't empty. To delete an organization, you must first remove all accounts except the management account.");
      }
      store.end(management, clock.instant());
      store.delete(organization);
      accounts.bumpVersion(management);
      return organization;
    });
  }

  /** Who belongs to an organization now, by account, the management account included. */
  public List<Membership> memberships(Organization organization) {
    return store.memberships(organization.id());
  }

  /**
   * The membership of an account in that organization.
   *
   * @throws Failure AccountNotFoundException when it does not belong to it
   */
  public Membership membership(Organization organization, AccountId account) {
    return store.membership(account)
        .filter(membership -> membership.organization().equals(organization.id()))
        .orElseThrow(() -> new Failure("AccountNotFoundException", "You specified an account that doesn't exist: no account " + account
            + " belongs to organization " + organization.id() + "."));
  }

  /** Every membership the account ever had, the oldest first: joined, left, gone elsewhere, come back. */
  public List<Membership> history(AccountId account) {
    return store.history(account);
  }

  /**
   * Puts an account into the organization of a management account without asking it, and makes that organization where there is none: for
   * the operator's own set-up. People invite and accept.
   *
   * @throws Failure NoSuchEntity when one of them does not exist, InvalidInput when it would make a chain or a second membership
   */
  public void join(AccountId payer, AccountId member) {
    transactions.<Object>inTransaction(() -> {
      for (AccountId one : List.of(payer, member)) {
        if (accounts.find(one).isEmpty()) {
          throw new Failure("NoSuchEntity", "The account " + one + " cannot be found.");
        }
      }
      if (payer.equals(member)) {
        throw new Failure("InvalidInput", "The management account cannot be a member of its own organization.");
      }
      if (isMember(payer)) {
        throw new Failure("InvalidInput", "The account " + payer + " is itself a member of an organization and cannot have members.");
      }
      if (find(member).isPresent()) {
        throw new Failure("InvalidInput", "The account " + member + " already belongs to an organization.");
      }
      return admit(find(payer).orElseGet(() -> create(payer, FeatureSet.ALL)), member, Membership.Method.INVITED);
    });
  }

  /** Lets an account that stands alone into the organization, at its root. */
  Membership admit(Organization organization, AccountId account, Membership.Method method) {
    Membership membership = new Membership(
        organization.id(), organization.managementAccount(), account, organization.rootId(), method, clock.instant(), null);
    store.begin(membership);
    accounts.bumpVersion(organization.managementAccount());
    accounts.bumpVersion(account);
    return membership;
  }

  /** Whether one more account would be too many. */
  boolean isFull(Organization organization) {
    return store.membersOf(organization.managementAccount()).size() + 1 >= ACCOUNTS_MAX;
  }

  /**
   * Takes a member out of its organization, at its own wish; it pays for itself from now on.
   *
   * @throws Failure AWSOrganizationsNotInUseException when it belongs to none, MasterCannotLeaveOrganizationException
   */
  public void leave(AccountId member) {
    transactions.<Object>inTransaction(() -> depart(of(member), member));
  }

  /**
   * Takes a member out of its organization, at the wish of the management account.
   *
   * @throws Failure AccountNotFoundException, MasterCannotLeaveOrganizationException, and those of {@link #managedBy}
   */
  public void remove(AccountId management, AccountId member) {
    transactions.<Object>inTransaction(() -> {
      Organization organization = managedBy(management);
      return depart(organization, membership(organization, member).account());
    });
  }

  private Organization depart(Organization organization, AccountId member) {
    if (organization.managementAccount().equals(member)) {
      throw new Failure("MasterCannotLeaveOrganizationException", "You can't remove a management account from an organization."
          + " Remove all other accounts and delete the organization instead.");
    }
    store.end(member, clock.instant());
    accounts.bumpVersion(organization.managementAccount());
    accounts.bumpVersion(member);
    return organization;
  }

  /**
   * Where each account of the payer's organization stands, itself included: the ids from the organization down to the unit that holds it,
   * {@code [o-..., r-..., ou-..., ou-...]}. An account that has left stands where it stood last, for its history is there still. Empty when the
   * account manages no organization.
   */
  public Map<AccountId, List<String>> paths(AccountId payer) {
    Optional<Organization> organization = find(payer).filter(found -> found.managementAccount().equals(payer));
    Map<AccountId, List<String>> paths = new LinkedHashMap<>();
    organization.ifPresent(found -> {
      Map<String, List<String>> knots = tree.paths(found);
      for (Membership membership : Stream.concat(store.formerMemberships(found.id()).stream(), memberships(found).stream()).toList()) {
        paths.put(membership.account(), knots.getOrDefault(membership.parent(), List.of(found.id(), found.rootId())));
      }
    });
    return paths;
  }
}
