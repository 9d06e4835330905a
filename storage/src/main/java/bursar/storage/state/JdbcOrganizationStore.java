package bursar.storage.state;

import static bursar.storage.state.Columns.account;
import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.momentOrNull;
import static bursar.storage.state.Columns.text;

import bursar.domain.accounts.AccountId;
import bursar.domain.organizations.FeatureSet;
import bursar.domain.organizations.Membership;
import bursar.domain.organizations.Organization;
import bursar.domain.organizations.OrganizationStore;
import bursar.domain.organizations.OrganizationalUnit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** Organizations, their units and memberships in the state database. */
public final class JdbcOrganizationStore implements OrganizationStore {
  private final Database database;

  /** Organizations in that database. */
  public JdbcOrganizationStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<AccountId> payerOf(AccountId member) {
    return database
        .one("SELECT payer FROM organization_memberships WHERE account = ? AND left_at IS NULL AND payer <> account", member.digits())
        .map(row -> account(row, "payer"));
  }

  @Override
  public List<AccountId> membersOf(AccountId payer) {
    return database
        .all("SELECT account FROM organization_memberships WHERE payer = ? AND left_at IS NULL AND payer <> account ORDER BY account",
            payer.digits())
        .map(row -> account(row, "account"));
  }

  @Override
  public Optional<Organization> organizationOf(AccountId account) {
    return database
        .one("SELECT o.* FROM organizations o JOIN organization_memberships m ON m.organization = o.id"
            + " WHERE m.account = ? AND m.left_at IS NULL", account.digits())
        .map(JdbcOrganizationStore::organization);
  }

  @Override
  public Optional<Organization> organization(String id) {
    return database.one("SELECT * FROM organizations WHERE id = ?", id).map(JdbcOrganizationStore::organization);
  }

  @Override
  public boolean hasRoot(String rootId) {
    return database.one("SELECT 1 AS present FROM organizations WHERE root_id = ?", rootId).isPresent();
  }

  private static Organization organization(Record row) {
    return new Organization(text(row, "id"), account(row, "management_account"), FeatureSet.valueOf(text(row, "feature_set")),
        text(row, "root_id"), moment(row, "created"));
  }

  @Override
  public void insert(Organization organization) {
    database.write("INSERT INTO organizations (id, management_account, feature_set, root_id, created) VALUES (?, ?, ?, ?, ?)",
        organization.id(), organization.managementAccount().digits(), organization.featureSet().name(), organization.rootId(),
        organization.created().toEpochMilli());
  }

  @Override
  public void delete(Organization organization) {
    database.write("DELETE FROM organizational_units WHERE organization = ?", organization.id());
    database.write("DELETE FROM organizations WHERE id = ?", organization.id());
  }

  @Override
  public List<OrganizationalUnit> units(String organization) {
    return database.all("SELECT * FROM organizational_units WHERE organization = ? ORDER BY id", organization)
        .map(JdbcOrganizationStore::unit);
  }

  @Override
  public Optional<OrganizationalUnit> unit(String id) {
    return database.one("SELECT * FROM organizational_units WHERE id = ?", id).map(JdbcOrganizationStore::unit);
  }

  private static OrganizationalUnit unit(Record row) {
    return new OrganizationalUnit(
        text(row, "id"), text(row, "organization"), text(row, "parent"), text(row, "name"), moment(row, "created"));
  }

  @Override
  public void insert(OrganizationalUnit unit) {
    database.write("INSERT INTO organizational_units (id, organization, parent, name, created) VALUES (?, ?, ?, ?, ?)",
        unit.id(), unit.organization(), unit.parent(), unit.name(), unit.created().toEpochMilli());
  }

  @Override
  public void rename(String unit, String name) {
    database.write("UPDATE organizational_units SET name = ? WHERE id = ?", name, unit);
  }

  @Override
  public void deleteUnit(String unit) {
    database.write("DELETE FROM organizational_units WHERE id = ?", unit);
  }

  @Override
  public List<Membership> memberships(String organization) {
    return database.all("SELECT * FROM organization_memberships WHERE organization = ? AND left_at IS NULL ORDER BY account", organization)
        .map(JdbcOrganizationStore::membership);
  }

  @Override
  public List<Membership> formerMemberships(String organization) {
    return database.all("SELECT * FROM organization_memberships WHERE number IN (SELECT max(number) FROM organization_memberships"
        + " WHERE organization = ? GROUP BY account) AND left_at IS NOT NULL ORDER BY account", organization)
        .map(JdbcOrganizationStore::membership);
  }

  @Override
  public Optional<Membership> membership(AccountId account) {
    return database.one("SELECT * FROM organization_memberships WHERE account = ? AND left_at IS NULL", account.digits())
        .map(JdbcOrganizationStore::membership);
  }

  @Override
  public List<Membership> history(AccountId account) {
    return database.all("SELECT * FROM organization_memberships WHERE account = ? ORDER BY number", account.digits())
        .map(JdbcOrganizationStore::membership);
  }

  private static Membership membership(Record row) {
    return new Membership(text(row, "organization"), account(row, "payer"), account(row, "account"), text(row, "parent"),
        Membership.Method.valueOf(text(row, "method")), moment(row, "joined"), momentOrNull(row, "left_at"));
  }

  @Override
  public void begin(Membership membership) {
    database.write(
        "INSERT INTO organization_memberships (organization, payer, account, parent, method, joined, left_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        membership.organization(), membership.payer().digits(), membership.account().digits(), membership.parent(),
        membership.method().name(), membership.joined().toEpochMilli(), Columns.millis(membership.left()));
  }

  @Override
  public void move(AccountId account, String parent) {
    database.write("UPDATE organization_memberships SET parent = ? WHERE account = ? AND left_at IS NULL", parent, account.digits());
  }

  @Override
  public void end(AccountId account, Instant at) {
    database.write("UPDATE organization_memberships SET left_at = ? WHERE account = ? AND left_at IS NULL", at.toEpochMilli(), account.digits());
  }
}
