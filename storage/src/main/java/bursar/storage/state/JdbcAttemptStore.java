package bursar.storage.state;

import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.number;

import bursar.domain.signin.AttemptStore;
import java.time.Instant;
import java.util.Optional;

/** Failed attempts to sign in, in the state database. */
public final class JdbcAttemptStore implements AttemptStore {
  private final Database database;

  /** Attempts in that database. */
  public JdbcAttemptStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Failures> find(String key) {
    return database.one("SELECT failures, last_failure, blocked_until FROM sign_in_failures WHERE key_hash = ?", key)
        .map(row -> new Failures((int) number(row, "failures"), moment(row, "last_failure"), moment(row, "blocked_until")));
  }

  @Override
  public void put(String key, Failures failures) {
    database.write(
        "INSERT INTO sign_in_failures (key_hash, failures, last_failure, blocked_until) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (key_hash) DO UPDATE SET failures = excluded.failures, last_failure = excluded.last_failure,"
            + " blocked_until = excluded.blocked_until",
        key,
        failures.count(),
        failures.last().toEpochMilli(),
        failures.blockedUntil().toEpochMilli());
  }

  @Override
  public void delete(String key) {
    database.write("DELETE FROM sign_in_failures WHERE key_hash = ?", key);
  }

  @Override
  public void deleteBefore(Instant last) {
    database.write("DELETE FROM sign_in_failures WHERE last_failure < ?", last.toEpochMilli());
  }
}
