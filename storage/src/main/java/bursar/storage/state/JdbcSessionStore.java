package bursar.storage.state;

import static bursar.storage.state.Columns.account;
import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.text;
import static bursar.storage.state.Columns.textOrNull;

import bursar.domain.accounts.AccountId;
import bursar.domain.signin.Session;
import bursar.domain.signin.SessionStore;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Browser sessions in the state database, without their tokens. */
public final class JdbcSessionStore implements SessionStore {
  private final Database database;

  /** Sessions in that database. */
  public JdbcSessionStore(Database database) {
    this.database = database;
  }

  @Override
  public void insert(Session session) {
    database.write(
        "INSERT INTO sessions (token_hash, csrf_hash, account, user_id, created, last_seen) VALUES (?, ?, ?, ?, ?, ?)",
        session.tokenHash(),
        session.csrfHash(),
        session.account().digits(),
        session.userId(),
        session.created().toEpochMilli(),
        session.lastSeen().toEpochMilli());
  }

  @Override
  public Optional<Session> find(String tokenHash) {
    return database.one("SELECT token_hash, csrf_hash, account, user_id, created, last_seen FROM sessions WHERE token_hash = ?", tokenHash)
        .map(row ->
            new Session(
                text(row, "token_hash"),
                text(row, "csrf_hash"),
                account(row, "account"),
                textOrNull(row, "user_id"),
                moment(row, "created"),
                moment(row, "last_seen")));
  }

  @Override
  public void updateLastSeen(String tokenHash, Instant at) {
    database.write("UPDATE sessions SET last_seen = ? WHERE token_hash = ?", at.toEpochMilli(), tokenHash);
  }

  @Override
  public void delete(String tokenHash) {
    database.write("DELETE FROM sessions WHERE token_hash = ?", tokenHash);
  }

  @Override
  public void deleteOf(AccountId account, @Nullable String userId) {
    if (userId == null) {
      database.write("DELETE FROM sessions WHERE account = ? AND user_id IS NULL", account.digits());
    } else {
      database.write("DELETE FROM sessions WHERE account = ? AND user_id = ?", account.digits(), userId);
    }
  }

  @Override
  public void deleteExpired(Instant createdBefore, Instant lastSeenBefore) {
    database.write(
        "DELETE FROM sessions WHERE created < ? OR last_seen < ?", createdBefore.toEpochMilli(), lastSeenBefore.toEpochMilli());
  }
}
