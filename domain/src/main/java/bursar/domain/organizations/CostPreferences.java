package bursar.domain.organizations;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.AccountStore;

/** The rules of Cost Explorer's preferences: the payer decides for its members, and an account that stands alone for those to come. */
public final class CostPreferences {
  private final Organizations organizations;
  private final MemberPreferencesStore store;
  private final AccountStore accounts;
  private final Transactions transactions;

  /** The rules over that store. */
  public CostPreferences(Organizations organizations, MemberPreferencesStore store, AccountStore accounts, Transactions transactions) {
    this.organizations = organizations;
    this.store = store;
    this.accounts = accounts;
    this.transactions = transactions;
  }

  /** What the payer of the account's organization, or the account itself where it stands alone, lets members see. */
  public MemberPreferences of(AccountId account) {
    return store.find(organizations.payerOf(account));
  }

  /** What an account may see of its costs: everything, unless another account pays for it. */
  public MemberAccess accessOf(AccountId account) {
    return organizations.isMember(account) ? of(account).of(account) : MemberAccess.EVERYTHING;
  }

  /**
   * Replaces the preferences; they count from the next call on.
   *
   * @throws Failure AccessDenied when the account is a member, ValidationException when an exception is for no member
   */
  public MemberPreferences put(AccountId payer, MemberPreferences preferences) {
    return transactions.inTransaction(() -> {
      if (organizations.isMember(payer)) {
        throw new Failure("AccessDenied", "Account " + payer + " is a member of the organization of " + organizations.payerOf(payer)
            + ", and only that management account changes these preferences.");
      }
      for (AccountId member : preferences.exceptions().keySet()) {
        if (!organizations.isMember(member) || !organizations.payerOf(member).equals(payer)) {
          throw new Failure("ValidationException", "The account " + member + " is no member of your organization, so no exception can be made for it.");
        }
      }
      store.put(payer, preferences);
      accounts.bumpVersion(payer);
      return preferences;
    });
  }
}
