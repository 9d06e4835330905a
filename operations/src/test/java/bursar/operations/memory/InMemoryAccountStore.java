package bursar.operations.memory;

import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.AccountStore;
import bursar.domain.accounts.ActionSet;
import bursar.domain.accounts.BillingAccess;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Accounts in memory. */
public final class InMemoryAccountStore implements AccountStore {
  private final Map<AccountId, Account> accounts = new TreeMap<>();
  private final Map<AccountId, String> hashes = new HashMap<>();

  /** How often a version was read: remembering must not make that 0. */
  public int versionReads;

  /** How often a whole account was read. */
  public int accountReads;

  @Override
  public void insert(Account account, @Nullable String rootPasswordHash) {
    accounts.put(account.id(), account);
    hashes.put(account.id(), rootPasswordHash);
  }

  @Override
  public Optional<Account> find(AccountId id) {
    accountReads++;
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public Optional<Account> findByEmail(String email) {
    return accounts.values().stream().filter(account -> account.email().equalsIgnoreCase(email)).findFirst();
  }

  @Override
  public Optional<Account> findByAlias(String alias) {
    return accounts.values().stream().filter(account -> alias.equals(account.alias())).findFirst();
  }

  @Override
  public List<Account> list() {
    return List.copyOf(accounts.values());
  }

  @Override
  public boolean isEmpty() {
    return accounts.isEmpty();
  }

  @Override
  public long version(AccountId id) {
    versionReads++;
    return accounts.containsKey(id) ? accounts.get(id).version() : 0;
  }

  private void change(AccountId id, UnaryOperator<Account> change) {
    accounts.computeIfPresent(id, (key, account) -> change.apply(account));
  }

  @Override
  public void bumpVersion(AccountId id) {
    change(id, a -> new Account(a.id(), a.name(), a.email(), a.alias(), a.created(), a.billingAccess(), a.actionSet(), a.version() + 1));
  }

  @Override
  public void updateAlias(AccountId id, String alias) {
    change(id, a -> new Account(a.id(), a.name(), a.email(), alias, a.created(), a.billingAccess(), a.actionSet(), a.version()));
  }

  @Override
  public void updateBillingAccess(AccountId id, BillingAccess access) {
    change(id, a -> new Account(a.id(), a.name(), a.email(), a.alias(), a.created(), access, a.actionSet(), a.version()));
  }

  @Override
  public void updateActionSet(AccountId id, ActionSet actionSet) {
    change(id, a -> new Account(a.id(), a.name(), a.email(), a.alias(), a.created(), a.billingAccess(), actionSet, a.version()));
  }

  @Override
  public Optional<String> rootPasswordHash(AccountId id) {
    return Optional.ofNullable(hashes.get(id));
  }

  @Override
  public void updateRootPasswordHash(AccountId id, String hash) {
    hashes.put(id, hash);
  }

  @Override
  public Optional<Instant> rootPasswordLastUsed(AccountId id) {
    return Optional.empty();
  }

  @Override
  public void updateRootPasswordLastUsed(AccountId id, Instant at) {}
}
