package bursar.storage.state;

import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.text;
import static bursar.storage.state.Columns.textOrNull;

import bursar.domain.accounts.AccountId;
import bursar.domain.organizations.AccountCreation;
import bursar.domain.organizations.AccountCreationStore;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Requests to create accounts in organizations in the state database. */
public final class JdbcAccountCreationStore implements AccountCreationStore {
  private final Database database;

  /** Requests in that database. */
  public JdbcAccountCreationStore(Database database) {
    this.database = database;
  }

  @Override
  public void insert(AccountCreation creation) {
    AccountId account = creation.account();
    AccountCreation.FailureReason failure = creation.failure();
    database.write(
        "INSERT INTO organization_account_creations (id, organization, account_name, requested, account, failure) VALUES (?, ?, ?, ?, ?, ?)",
        creation.id(), creation.organization(), creation.accountName(), creation.requested().toEpochMilli(),
        account == null ? null : account.digits(), failure == null ? null : failure.name());
  }

  @Override
  public Optional<AccountCreation> find(String id) {
    return database.one("SELECT * FROM organization_account_creations WHERE id = ?", id).map(JdbcAccountCreationStore::creation);
  }

  @Override
  public List<AccountCreation> ofOrganization(String organization) {
    return database.all("SELECT * FROM organization_account_creations WHERE organization = ? ORDER BY id", organization)
        .map(JdbcAccountCreationStore::creation);
  }

  private static AccountCreation creation(Record row) {
    @Nullable String account = textOrNull(row, "account");
    @Nullable String failure = textOrNull(row, "failure");
    return new AccountCreation(text(row, "id"), text(row, "organization"), text(row, "account_name"), moment(row, "requested"),
        account == null ? null : new AccountId(account), failure == null ? null : AccountCreation.FailureReason.valueOf(failure));
  }
}
