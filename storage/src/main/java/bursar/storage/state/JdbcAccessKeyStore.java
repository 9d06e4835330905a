package bursar.storage.state;

import static bursar.storage.state.Columns.account;
import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.momentOrNull;
import static bursar.storage.state.Columns.number;
import static bursar.storage.state.Columns.text;
import static bursar.storage.state.Columns.textOrNull;

import bursar.domain.accounts.AccountId;
import bursar.domain.identity.AccessKey;
import bursar.domain.identity.AccessKeyStore;
import bursar.domain.identity.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Access keys in the state database; their secrets stand there sealed. */
public final class JdbcAccessKeyStore implements AccessKeyStore {
  private static final String COLUMNS =
      "k.id AS key_id, k.account AS key_account, k.user_id AS key_user_id, k.status AS key_status, k.created AS key_created,"
          + " k.used_at AS key_used_at, k.used_service AS key_used_service, k.used_region AS key_used_region";

  private final Database database;

  /** Access keys in that database. */
  public JdbcAccessKeyStore(Database database) {
    this.database = database;
  }

  private static AccessKey key(Record row) {
    Instant usedAt = momentOrNull(row, "key_used_at");
    return new AccessKey(
        text(row, "key_id"),
        account(row, "key_account"),
        textOrNull(row, "key_user_id"),
        AccessKey.Status.valueOf(text(row, "key_status")),
        moment(row, "key_created"),
        usedAt == null ? null : new AccessKey.Use(usedAt, text(row, "key_used_service"), text(row, "key_used_region")));
  }

  @Override
  public void insert(AccessKey key, byte[] sealedSecret) {
    database.write(
        "INSERT INTO access_keys (id, account, user_id, status, created, sealed_secret) VALUES (?, ?, ?, ?, ?, ?)",
        key.id(),
        key.account().digits(),
        key.userId(),
        key.status().name(),
        key.created().toEpochMilli(),
        sealedSecret);
  }

  @Override
  public Optional<AccessKey> find(String keyId) {
    return database.one("SELECT " + COLUMNS + " FROM access_keys k WHERE k.id = ?", keyId).map(JdbcAccessKeyStore::key);
  }

  @Override
  public Optional<SigningKey> findForSigning(String keyId) {
    return database.one(
            "SELECT " + COLUMNS + ", k.sealed_secret AS sealed_secret, a.version AS account_version, " + JdbcUserStore.COLUMNS
                + " FROM access_keys k JOIN accounts a ON a.id = k.account LEFT JOIN users u ON u.id = k.user_id WHERE k.id = ?",
            keyId)
        .map(JdbcAccessKeyStore::signingKey);
  }

  private static SigningKey signingKey(Record row) {
    byte[] sealedSecret = row.get("sealed_secret", byte[].class);
    if (sealedSecret == null) {
      throw new IllegalStateException("An access key is stored without its secret.");
    }
    return new SigningKey(
        key(row), sealedSecret, textOrNull(row, "key_user_id") == null ? null : JdbcUserStore.user(row), number(row, "account_version"));
  }

  @Override
  public List<AccessKey> listOf(AccountId account, @Nullable String userId) {
    String select = "SELECT " + COLUMNS + " FROM access_keys k WHERE k.account = ? AND ";
    return (userId == null
            ? database.all(select + "k.user_id IS NULL ORDER BY k.id", account.digits())
            : database.all(select + "k.user_id = ? ORDER BY k.id", account.digits(), userId))
        .map(JdbcAccessKeyStore::key);
  }

  @Override
  public void updateStatus(String keyId, AccessKey.Status status) {
    database.write("UPDATE access_keys SET status = ? WHERE id = ?", status.name(), keyId);
  }

  @Override
  public void updateLastUse(String keyId, AccessKey.Use use) {
    database.write(
        "UPDATE access_keys SET used_at = ?, used_service = ?, used_region = ? WHERE id = ?",
        use.at().toEpochMilli(),
        use.service(),
        use.region(),
        keyId);
  }

  @Override
  public void delete(String keyId) {
    database.write("DELETE FROM access_keys WHERE id = ?", keyId);
  }
}
