package bursar.storage.state;

import static bursar.storage.state.Columns.account;
import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.text;

import bursar.domain.accounts.AccountId;
import bursar.domain.guardrails.Guardrail;
import bursar.domain.guardrails.GuardrailStore;
import bursar.domain.identity.Names;
import java.util.List;
import org.jooq.Record;

/** Guardrails in the state database. */
public final class JdbcGuardrailStore implements GuardrailStore {
  private final Database database;

  /** Guardrails in that database. */
  public JdbcGuardrailStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Guardrail> list(AccountId account) {
    return database.all("SELECT * FROM guardrails WHERE account = ? ORDER BY name_key", account.digits()).map(JdbcGuardrailStore::guardrail);
  }

  private static Guardrail guardrail(Record row) {
    return new Guardrail(account(row, "account"), text(row, "name"), text(row, "description"), lines(row, "actions"), lines(row, "resources"),
        lines(row, "except_principals"), lines(row, "except_groups"), moment(row, "created"), text(row, "created_by"));
  }

  private static List<String> lines(Record row, String column) {
    return text(row, column).lines().toList();
  }

  @Override
  public void put(Guardrail guardrail) {
    var unused = delete(guardrail.account(), guardrail.name());
    database.write(
        "INSERT INTO guardrails (account, name, name_key, description, actions, resources, except_principals, except_groups, created, created_by)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        guardrail.account().digits(),
        guardrail.name(),
        Names.key(guardrail.name()),
        guardrail.description(),
        String.join("\n", guardrail.actions()),
        String.join("\n", guardrail.resourceArns()),
        String.join("\n", guardrail.exceptPrincipalArns()),
        String.join("\n", guardrail.exceptGroups()),
        guardrail.created().toEpochMilli(),
        guardrail.createdBy());
  }

  @Override
  public boolean delete(AccountId account, String name) {
    return database.write("DELETE FROM guardrails WHERE account = ? AND name_key = ?", account.digits(), Names.key(name)) > 0;
  }
}
