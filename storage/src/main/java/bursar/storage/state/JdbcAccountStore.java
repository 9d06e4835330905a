package bursar.storage.state;

import static bursar.storage.state.Columns.millis;
import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.momentOrNull;
import static bursar.storage.state.Columns.number;
import static bursar.storage.state.Columns.text;
import static bursar.storage.state.Columns.textOrNull;

import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.AccountStore;
import bursar.domain.accounts.ActionSet;
import bursar.domain.accounts.BillingAccess;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Accounts in the state database. */
public final class JdbcAccountStore implements AccountStore {
  private static final String SELECT =
      "SELECT id, name, email, alias, created, billing_access, billing_scope, billing_changed_at, billing_changed_by, action_set, version"
          + " FROM accounts ";

  /** Stands in the column of hashes where the owner has no password: no hash is empty. */
  private static final String NO_PASSWORD = "";

  private final Database database;

  /** Accounts in that database. */
  public JdbcAccountStore(Database database) {
    this.database = database;
  }

  @Override
  public void insert(Account account, @Nullable String rootPasswordHash) {
    BillingAccess access = account.billingAccess();
    database.write(
        "INSERT INTO accounts (id, name, email, email_key, alias, created, billing_access, billing_scope, billing_changed_at,"
            + " billing_changed_by, action_set, version, password_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        account.id().digits(),
        account.name(),
        account.email(),
        emailKey(account.email()),
        account.alias(),
        account.created().toEpochMilli(),
        access.state().name(),
        access.scope().name(),
        millis(access.changedAt()),
        access.changedBy(),
        account.actionSet().name(),
        account.version(),
        rootPasswordHash == null ? NO_PASSWORD : rootPasswordHash);
  }

  private static String emailKey(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return database.one(SELECT + "WHERE id = ?", id.digits()).map(JdbcAccountStore::account);
  }

  @Override
  public Optional<Account> findByEmail(String email) {
    return database.one(SELECT + "WHERE email_key = ?", emailKey(email)).map(JdbcAccountStore::account);
  }

  @Override
  public Optional<Account> findByAlias(String alias) {
    return database.one(SELECT + "WHERE alias = ?", alias).map(JdbcAccountStore::account);
  }

  @Override
  public List<Account> list() {
    return database.all(SELECT + "ORDER BY id").map(JdbcAccountStore::account);
  }

  @Override
  public boolean isEmpty() {
    return database.one("SELECT 1 AS present FROM accounts LIMIT 1").isEmpty();
  }

  @Override
  public long version(AccountId id) {
    return database.one("SELECT version FROM accounts WHERE id = ?", id.digits()).map(row -> number(row, "version")).orElse(0L);
  }

  @Override
  public void bumpVersion(AccountId id) {
    database.write("UPDATE accounts SET version = version + 1 WHERE id = ?", id.digits());
  }

  @Override
  public void updateAlias(AccountId id, @Nullable String alias) {
    database.write("UPDATE accounts SET alias = ? WHERE id = ?", alias, id.digits());
  }

  @Override
  public void updateBillingAccess(AccountId id, BillingAccess access) {
    database.write(
        "UPDATE accounts SET billing_access = ?, billing_scope = ?, billing_changed_at = ?, billing_changed_by = ? WHERE id = ?",
        access.state().name(),
        access.scope().name(),
        millis(access.changedAt()),
        access.changedBy(),
        id.digits());
  }

  @Override
  public void updateActionSet(AccountId id, ActionSet actionSet) {
    database.write("UPDATE accounts SET action_set = ? WHERE id = ?", actionSet.name(), id.digits());
  }

  @Override
  public Optional<String> rootPasswordHash(AccountId id) {
    return database.one("SELECT password_hash FROM accounts WHERE id = ?", id.digits()).map(row -> text(row, "password_hash"))
        .filter(hash -> !hash.equals(NO_PASSWORD));
  }

  @Override
  public void updateRootPasswordHash(AccountId id, String hash) {
    database.write("UPDATE accounts SET password_hash = ? WHERE id = ?", hash, id.digits());
  }

  @Override
  public Optional<Instant> rootPasswordLastUsed(AccountId id) {
    return database.one("SELECT password_last_used FROM accounts WHERE id = ?", id.digits())
        .flatMap(row -> Optional.ofNullable(momentOrNull(row, "password_last_used")));
  }

  @Override
  public void updateRootPasswordLastUsed(AccountId id, Instant at) {
    database.write("UPDATE accounts SET password_last_used = ? WHERE id = ?", at.toEpochMilli(), id.digits());
  }

  private static Account account(Record row) {
    return new Account(
        Columns.account(row, "id"),
        text(row, "name"),
        text(row, "email"),
        textOrNull(row, "alias"),
        moment(row, "created"),
        new BillingAccess(
            BillingAccess.State.valueOf(text(row, "billing_access")),
            BillingAccess.Scope.valueOf(text(row, "billing_scope")),
            momentOrNull(row, "billing_changed_at"),
            textOrNull(row, "billing_changed_by")),
        ActionSet.valueOf(text(row, "action_set")),
        number(row, "version"));
  }
}
