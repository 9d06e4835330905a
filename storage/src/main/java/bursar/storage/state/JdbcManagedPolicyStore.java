package bursar.storage.state;

import static bursar.storage.state.Columns.account;
import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.number;
import static bursar.storage.state.Columns.text;

import bursar.domain.accounts.AccountId;
import bursar.domain.identity.ManagedPolicy;
import bursar.domain.identity.ManagedPolicyStore;
import bursar.domain.identity.Names;
import bursar.domain.identity.PolicyVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** Customer managed policies and their versions in the state database. */
public final class JdbcManagedPolicyStore implements ManagedPolicyStore {
  private static final String SELECT =
      "SELECT id, account, name, path, description, default_version, created, updated FROM managed_policies ";

  private final Database database;

  /** Policies in that database. */
  public JdbcManagedPolicyStore(Database database) {
    this.database = database;
  }

  private static ManagedPolicy policy(Record row) {
    return new ManagedPolicy(
        account(row, "account"),
        text(row, "id"),
        text(row, "name"),
        text(row, "path"),
        text(row, "description"),
        (int) number(row, "default_version"),
        moment(row, "created"),
        moment(row, "updated"));
  }

  @Override
  public void insert(ManagedPolicy policy, PolicyVersion first) {
    AccountId account = policy.account();
    if (account == null) {
      throw new IllegalArgumentException("A policy without an account ships with the product and is not stored.");
    }
    database.write(
        "INSERT INTO managed_policies (id, account, arn, name, name_key, path, description, default_version, last_version, created, updated)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        policy.id(),
        account.digits(),
        policy.arn(),
        policy.name(),
        Names.key(policy.name()),
        policy.path(),
        policy.description(),
        policy.defaultVersion(),
        0,
        policy.created().toEpochMilli(),
        policy.updated().toEpochMilli());
    insertVersion(policy, first);
  }

  @Override
  public Optional<ManagedPolicy> find(AccountId account, String arn) {
    return database.one(SELECT + "WHERE account = ? AND arn = ?", account.digits(), arn).map(JdbcManagedPolicyStore::policy);
  }

  @Override
  public Optional<ManagedPolicy> findByName(AccountId account, String name) {
    return database.one(SELECT + "WHERE account = ? AND name_key = ?", account.digits(), Names.key(name)).map(JdbcManagedPolicyStore::policy);
  }

  @Override
  public List<ManagedPolicy> list(AccountId account, String pathPrefix) {
    return database.all(
            SELECT + "WHERE account = ? AND substr(path, 1, ?) = ? ORDER BY name_key", account.digits(), pathPrefix.length(), pathPrefix)
        .map(JdbcManagedPolicyStore::policy);
  }

  @Override
  public int count(AccountId account) {
    return database.count("SELECT count(*) AS n FROM managed_policies WHERE account = ?", account.digits());
  }

  @Override
  public void delete(ManagedPolicy policy) {
    database.write("DELETE FROM policy_versions WHERE policy_id = ?", policy.id());
    database.write("DELETE FROM managed_policies WHERE id = ?", policy.id());
  }

  @Override
  public List<PolicyVersion> versions(ManagedPolicy policy) {
    return database.all("SELECT number, document, created FROM policy_versions WHERE policy_id = ? ORDER BY number DESC", policy.id())
        .map(row -> new PolicyVersion((int) number(row, "number"), text(row, "document"), moment(row, "created")));
  }

  @Override
  public int nextVersion(ManagedPolicy policy) {
    return database.count("SELECT last_version + 1 AS n FROM managed_policies WHERE id = ?", policy.id());
  }

  @Override
  public void insertVersion(ManagedPolicy policy, PolicyVersion version) {
    long created = version.created().toEpochMilli();
    database.write(
        "INSERT INTO policy_versions (policy_id, number, document, created) VALUES (?, ?, ?, ?)",
        policy.id(),
        version.number(),
        version.document(),
        created);
    database.write("UPDATE managed_policies SET last_version = ?, updated = ? WHERE id = ?", version.number(), created, policy.id());
  }

  @Override
  public void deleteVersion(ManagedPolicy policy, int number) {
    database.write("DELETE FROM policy_versions WHERE policy_id = ? AND number = ?", policy.id(), number);
  }

  @Override
  public void updateDefault(ManagedPolicy policy, int number, Instant at) {
    database.write("UPDATE managed_policies SET default_version = ?, updated = ? WHERE id = ?", number, at.toEpochMilli(), policy.id());
  }
}
