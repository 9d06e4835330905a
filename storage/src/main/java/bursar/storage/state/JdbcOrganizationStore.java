package bursar.storage.state;

import static bursar.storage.state.Columns.account;

import bursar.domain.accounts.AccountId;
import bursar.domain.organizations.OrganizationStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Memberships of organizations in the state database. */
public final class JdbcOrganizationStore implements OrganizationStore {
  private final Database database;

  /** Memberships in that database. */
  public JdbcOrganizationStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<AccountId> payerOf(AccountId member) {
    return database.one("SELECT payer FROM organization_members WHERE account = ?", member.digits()).map(row -> account(row, "payer"));
  }

  @Override
  public List<AccountId> membersOf(AccountId payer) {
    return database.all("SELECT account FROM organization_members WHERE payer = ? ORDER BY account", payer.digits())
        .map(row -> account(row, "account"));
  }

  @Override
  public void insert(AccountId payer, AccountId member, Instant joined) {
    database.write(
        "INSERT INTO organization_members (account, payer, joined) VALUES (?, ?, ?)", member.digits(), payer.digits(), joined.toEpochMilli());
  }

  @Override
  public void delete(AccountId member) {
    database.write("DELETE FROM organization_members WHERE account = ?", member.digits());
  }
}
