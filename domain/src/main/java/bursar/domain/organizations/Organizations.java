package bursar.domain.organizations;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.AccountStore;
import java.time.InstantSource;
import java.util.List;

/** The rules of organizations: one payer, its members, no chains. */
public final class Organizations {
  private final OrganizationStore store;
  private final AccountStore accounts;
  private final Transactions transactions;
  private final InstantSource clock;

  /** The rules over one store. */
  public Organizations(OrganizationStore store, AccountStore accounts, Transactions transactions, InstantSource clock) {
    this.store = store;
    this.accounts = accounts;
    this.transactions = transactions;
    this.clock = clock;
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

  /**
   * Puts an account into the organization of a management account.
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
      if (isMember(member) || !store.membersOf(member).isEmpty()) {
        throw new Failure("InvalidInput", "The account " + member + " already belongs to an organization.");
      }
      store.insert(payer, member, clock.instant());
      accounts.bumpVersion(payer);
      accounts.bumpVersion(member);
      return payer;
    });
  }

  /**
   * Takes a member out of its organization; it pays for itself from now on.
   *
   * @throws Failure NoSuchEntity when it is no member
   */
  public void leave(AccountId member) {
    transactions.<Object>inTransaction(() -> {
      AccountId payer =
          store.payerOf(member)
              .orElseThrow(() -> new Failure("NoSuchEntity", "The account " + member + " is not a member of an organization."));
      store.delete(member);
      accounts.bumpVersion(payer);
      accounts.bumpVersion(member);
      return member;
    });
  }
}
