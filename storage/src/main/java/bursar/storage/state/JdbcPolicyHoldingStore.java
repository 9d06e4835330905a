package bursar.storage.state;

import static bursar.storage.state.Columns.number;
import static bursar.storage.state.Columns.text;
import static bursar.storage.state.Columns.textOrNull;

import bursar.domain.accounts.AccountId;
import bursar.domain.identity.Group;
import bursar.domain.identity.IdentityPolicy;
import bursar.domain.identity.PolicyHolder;
import bursar.domain.identity.PolicyHoldingStore;
import bursar.domain.identity.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.Record;

/** Inline and attached policies in the state database. */
public final class JdbcPolicyHoldingStore implements PolicyHoldingStore {
  private final Database database;

  /** Holdings in that database. */
  public JdbcPolicyHoldingStore(Database database) {
    this.database = database;
  }

  @Override
  public void putInline(PolicyHolder holder, String name, String document) {
    database.write(
        "INSERT INTO inline_policies (account, holder_id, name, document) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (holder_id, name) DO UPDATE SET document = excluded.document",
        holder.account().digits(),
        holder.id(),
        name,
        document);
  }

  @Override
  public Optional<String> inline(PolicyHolder holder, String name) {
    return database.one("SELECT document FROM inline_policies WHERE holder_id = ? AND name = ?", holder.id(), name)
        .map(row -> text(row, "document"));
  }

  @Override
  public SortedMap<String, String> inlines(PolicyHolder holder) {
    SortedMap<String, String> result = new TreeMap<>();
    for (Record row : database.all("SELECT name, document FROM inline_policies WHERE holder_id = ?", holder.id())) {
      result.put(text(row, "name"), text(row, "document"));
    }
    return result;
  }

  @Override
  public boolean deleteInline(PolicyHolder holder, String name) {
    return database.write("DELETE FROM inline_policies WHERE holder_id = ? AND name = ?", holder.id(), name) > 0;
  }

  @Override
  public void attach(PolicyHolder holder, String policyArn) {
    database.write(
        "INSERT INTO policy_attachments (account, holder_id, policy_arn) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        holder.account().digits(),
        holder.id(),
        policyArn);
  }

  @Override
  public boolean detach(PolicyHolder holder, String policyArn) {
    return database.write("DELETE FROM policy_attachments WHERE holder_id = ? AND policy_arn = ?", holder.id(), policyArn) > 0;
  }

  @Override
  public List<String> attached(PolicyHolder holder) {
    return database.all("SELECT policy_arn FROM policy_attachments WHERE holder_id = ? ORDER BY policy_arn", holder.id())
        .map(row -> text(row, "policy_arn"));
  }

  @Override
  public Map<String, Integer> attachmentCounts(AccountId account) {
    Map<String, Integer> result = new HashMap<>();
    for (Record row : database.all(
        "SELECT policy_arn, count(*) AS n FROM policy_attachments WHERE account = ? GROUP BY policy_arn", account.digits())) {
      result.put(text(row, "policy_arn"), (int) number(row, "n"));
    }
    return result;
  }

  @Override
  public List<User> attachedUsers(AccountId account, String policyArn) {
    return database.all(
            "SELECT " + JdbcUserStore.COLUMNS + " FROM policy_attachments p JOIN users u ON u.id = p.holder_id"
                + " WHERE p.account = ? AND p.policy_arn = ? ORDER BY u.name_key",
            account.digits(),
            policyArn)
        .map(JdbcUserStore::user);
  }

  @Override
  public List<Group> attachedGroups(AccountId account, String policyArn) {
    return database.all(
            "SELECT " + JdbcGroupStore.COLUMNS + " FROM policy_attachments p JOIN identity_groups g ON g.id = p.holder_id"
                + " WHERE p.account = ? AND p.policy_arn = ? ORDER BY g.name_key",
            account.digits(),
            policyArn)
        .map(JdbcGroupStore::group);
  }

  /** The user itself, without a group's name, and each of its groups. */
  private static final String HOLDERS =
      "WITH holders AS (SELECT ? AS holder_id, CAST(NULL AS TEXT) AS group_name"
          + " UNION ALL SELECT g.id, g.name FROM memberships m JOIN identity_groups g ON g.id = m.group_id WHERE m.user_id = ?) ";

  @Override
  public List<IdentityPolicy> policiesOf(AccountId account, String userId) {
    List<IdentityPolicy> result = new ArrayList<>();
    for (Record row : database.all(
        HOLDERS + "SELECT h.group_name, i.name, i.document FROM holders h JOIN inline_policies i ON i.holder_id = h.holder_id"
            + " WHERE i.account = ? ORDER BY h.group_name, i.name",
        userId,
        userId,
        account.digits())) {
      result.add(new IdentityPolicy(text(row, "name"), null, 0, textOrNull(row, "group_name"), text(row, "document")));
    }
    for (Record row : database.all(
        HOLDERS + "SELECT h.group_name, a.policy_arn, p.name, p.default_version, v.document"
            + " FROM holders h JOIN policy_attachments a ON a.holder_id = h.holder_id"
            + " LEFT JOIN managed_policies p ON p.arn = a.policy_arn AND p.account = a.account"
            + " LEFT JOIN policy_versions v ON v.policy_id = p.id AND v.number = p.default_version"
            + " WHERE a.account = ? ORDER BY h.group_name, a.policy_arn",
        userId,
        userId,
        account.digits())) {
      result.add(attached(row));
    }
    return result;
  }

  private static IdentityPolicy attached(Record row) {
    String arn = text(row, "policy_arn");
    String group = textOrNull(row, "group_name");
    if (textOrNull(row, "name") == null) {
      return new IdentityPolicy(arn.substring(arn.lastIndexOf('/') + 1), arn, 1, group, "");
    }
    return new IdentityPolicy(text(row, "name"), arn, (int) number(row, "default_version"), group, text(row, "document"));
  }
}
