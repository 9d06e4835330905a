package bursar.domain.identity;

import bursar.domain.Transactions;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.AccountStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** Makes a change of identities one with the bump of its account's version: both are stored or neither, and not what the guard refuses. */
public final class IdentityChanges {
  private final Transactions transactions;
  private final AccountStore accounts;
  private final ChangeGuard guard;
  private final InstantSource clock;

  /** Changes of accounts kept in the store, each as far as the guard lets it pass. */
  public IdentityChanges(Transactions transactions, AccountStore accounts, ChangeGuard guard, InstantSource clock) {
    this.transactions = transactions;
    this.accounts = accounts;
    this.guard = guard;
    this.clock = clock;
  }

  <T> T change(AccountId account, Supplier<T> work) {
    return transactions.inTransaction(() -> {
      T result = work.get();
      accounts.bumpVersion(account);
      guard.check(account);
      return result;
    });
  }

  void change(AccountId account, Runnable work) {
    transactions.<Object>inTransaction(() -> {
      work.run();
      accounts.bumpVersion(account);
      guard.check(account);
      return account;
    });
  }

  /** The present moment as it is kept: to the second. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
