package bursar.storage.state;

import static bursar.storage.state.Columns.account;
import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.text;

import bursar.domain.accounts.AccountId;
import bursar.domain.identity.Group;
import bursar.domain.identity.GroupStore;
import bursar.domain.identity.Names;
import bursar.domain.identity.PageRequest;
import bursar.domain.identity.User;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** Groups and memberships in the state database. */
public final class JdbcGroupStore implements GroupStore {
  /** The columns of a group, each as {@code g.x AS group_x}. */
  static final String COLUMNS =
      "g.account AS group_account, g.id AS group_id, g.name AS group_name, g.path AS group_path, g.created AS group_created";

  private static final String SELECT = "SELECT " + COLUMNS + " FROM identity_groups g ";

  private final Database database;

  /** Groups in that database. */
  public JdbcGroupStore(Database database) {
    this.database = database;
  }

  /** The group in a row of {@link #COLUMNS}. */
  static Group group(Record row) {
    return new Group(
        account(row, "group_account"), text(row, "group_id"), text(row, "group_name"), text(row, "group_path"), moment(row, "group_created"));
  }

  @Override
  public void insert(Group group) {
    database.write(
        "INSERT INTO identity_groups (id, account, name, name_key, path, created) VALUES (?, ?, ?, ?, ?, ?)",
        group.id(),
        group.account().digits(),
        group.name(),
        Names.key(group.name()),
        group.path(),
        group.created().toEpochMilli());
  }

  @Override
  public Optional<Group> find(AccountId account, String name) {
    return database.one(SELECT + "WHERE g.account = ? AND g.name_key = ?", account.digits(), Names.key(name)).map(JdbcGroupStore::group);
  }

  @Override
  public List<Group> list(AccountId account, String pathPrefix, PageRequest page) {
    return database.all(
            SELECT + "WHERE g.account = ? AND substr(g.path, 1, ?) = ? AND g.name_key > ? ORDER BY g.name_key LIMIT ?",
            account.digits(),
            pathPrefix.length(),
            pathPrefix,
            page.after() == null ? "" : page.after(),
            page.max() + 1)
        .map(JdbcGroupStore::group);
  }

  @Override
  public int count(AccountId account) {
    return database.count("SELECT count(*) AS n FROM identity_groups WHERE account = ?", account.digits());
  }

  @Override
  public void rename(Group group, String newName, String newPath) {
    database.write(
        "UPDATE identity_groups SET name = ?, name_key = ?, path = ? WHERE id = ?", newName, Names.key(newName), newPath, group.id());
  }

  @Override
  public void delete(Group group) {
    database.write("DELETE FROM identity_groups WHERE id = ?", group.id());
  }

  @Override
  public void addMember(Group group, User user) {
    database.write("INSERT INTO memberships (user_id, group_id) VALUES (?, ?) ON CONFLICT DO NOTHING", user.id(), group.id());
  }

  @Override
  public boolean removeMember(Group group, User user) {
    return database.write("DELETE FROM memberships WHERE user_id = ? AND group_id = ?", user.id(), group.id()) > 0;
  }

  @Override
  public List<User> members(Group group, PageRequest page) {
    return database.all(
            "SELECT " + JdbcUserStore.COLUMNS + " FROM memberships m JOIN users u ON u.id = m.user_id"
                + " WHERE m.group_id = ? AND u.name_key > ? ORDER BY u.name_key LIMIT ?",
            group.id(),
            page.after() == null ? "" : page.after(),
            page.max() + 1)
        .map(JdbcUserStore::user);
  }

  @Override
  public List<Group> groupsOf(User user, PageRequest page) {
    return database.all(
            "SELECT " + COLUMNS + " FROM memberships m JOIN identity_groups g ON g.id = m.group_id"
                + " WHERE m.user_id = ? AND g.name_key > ? ORDER BY g.name_key LIMIT ?",
            user.id(),
            page.after() == null ? "" : page.after(),
            page.max() + 1)
        .map(JdbcGroupStore::group);
  }
}
