package bursar.storage.state;

import static bursar.storage.state.Columns.account;
import static bursar.storage.state.Columns.flag;
import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.momentOrNull;
import static bursar.storage.state.Columns.text;

import bursar.domain.accounts.AccountId;
import bursar.domain.identity.LoginProfile;
import bursar.domain.identity.Names;
import bursar.domain.identity.PageRequest;
import bursar.domain.identity.User;
import bursar.domain.identity.UserStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** Users and login profiles in the state database. */
public final class JdbcUserStore implements UserStore {
  /** The columns of a user, each as {@code u.x AS user_x}. */
  static final String COLUMNS =
      "u.account AS user_account, u.id AS user_id, u.name AS user_name, u.path AS user_path, u.created AS user_created,"
          + " u.password_last_used AS user_password_last_used";

  private static final String SELECT = "SELECT " + COLUMNS + " FROM users u ";

  private final Database database;

  /** Users in that database. */
  public JdbcUserStore(Database database) {
    this.database = database;
  }

  /** The user in a row of {@link #COLUMNS}. */
  static User user(Record row) {
    return new User(
        account(row, "user_account"),
        text(row, "user_id"),
        text(row, "user_name"),
        text(row, "user_path"),
        moment(row, "user_created"),
        momentOrNull(row, "user_password_last_used"));
  }

  @Override
  public void insert(User user) {
    database.write(
        "INSERT INTO users (id, account, name, name_key, path, created) VALUES (?, ?, ?, ?, ?, ?)",
        user.id(),
        user.account().digits(),
        user.name(),
        Names.key(user.name()),
        user.path(),
        user.created().toEpochMilli());
  }

  @Override
  public Optional<User> find(AccountId account, String name) {
    return database.one(SELECT + "WHERE u.account = ? AND u.name_key = ?", account.digits(), Names.key(name)).map(JdbcUserStore::user);
  }

  @Override
  public Optional<User> findById(AccountId account, String id) {
    return database.one(SELECT + "WHERE u.account = ? AND u.id = ?", account.digits(), id).map(JdbcUserStore::user);
  }

  @Override
  public List<User> list(AccountId account, String pathPrefix, PageRequest page) {
    return database.all(
            SELECT + "WHERE u.account = ? AND substr(u.path, 1, ?) = ? AND u.name_key > ? ORDER BY u.name_key LIMIT ?",
            account.digits(),
            pathPrefix.length(),
            pathPrefix,
            page.after() == null ? "" : page.after(),
            page.max() + 1)
        .map(JdbcUserStore::user);
  }

  @Override
  public int count(AccountId account) {
    return database.count("SELECT count(*) AS n FROM users WHERE account = ?", account.digits());
  }

  @Override
  public void rename(User user, String newName, String newPath) {
    database.write("UPDATE users SET name = ?, name_key = ?, path = ? WHERE id = ?", newName, Names.key(newName), newPath, user.id());
  }

  @Override
  public void updatePasswordLastUsed(String userId, Instant at) {
    database.write("UPDATE users SET password_last_used = ? WHERE id = ?", at.toEpochMilli(), userId);
  }

  @Override
  public void delete(User user) {
    database.write("DELETE FROM users WHERE id = ?", user.id());
  }

  @Override
  public void putLoginProfile(LoginProfile profile) {
    database.write(
        "INSERT INTO login_profiles (user_id, password_hash, created, reset_required) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash, created = excluded.created,"
            + " reset_required = excluded.reset_required",
        profile.userId(),
        profile.passwordHash(),
        profile.created().toEpochMilli(),
        profile.resetRequired());
  }

  @Override
  public Optional<LoginProfile> loginProfile(String userId) {
    return database.one("SELECT user_id, password_hash, created, reset_required FROM login_profiles WHERE user_id = ?", userId)
        .map(row -> new LoginProfile(text(row, "user_id"), text(row, "password_hash"), moment(row, "created"), flag(row, "reset_required")));
  }

  @Override
  public void deleteLoginProfile(String userId) {
    database.write("DELETE FROM login_profiles WHERE user_id = ?", userId);
  }
}
