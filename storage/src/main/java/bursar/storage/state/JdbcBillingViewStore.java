package bursar.storage.state;

import static bursar.storage.state.Columns.account;
import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.text;
import static bursar.storage.state.Columns.textOrNull;

import bursar.domain.accounts.AccountId;
import bursar.domain.views.BillingView;
import bursar.domain.views.BillingViewStore;
import bursar.domain.views.ViewFilter;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** Custom billing views in the state database. */
public final class JdbcBillingViewStore implements BillingViewStore {
  private final Database database;

  /** Views in that database. */
  public JdbcBillingViewStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<BillingView> find(String arn) {
    return database.one("SELECT * FROM billing_views WHERE arn = ?", arn).map(JdbcBillingViewStore::view);
  }

  @Override
  public List<BillingView> ofOwner(AccountId owner) {
    return database.all("SELECT * FROM billing_views WHERE owner = ? ORDER BY arn", owner.digits()).map(JdbcBillingViewStore::view);
  }

  private static BillingView view(Record row) {
    return new BillingView(text(row, "arn"), account(row, "owner"), text(row, "name"), text(row, "description"),
        new ViewFilter(lines(row, "accounts"), textOrNull(row, "tag_key"), lines(row, "tag_values")), lines(row, "sources"),
        textOrNull(row, "policy"), textOrNull(row, "client_token"), moment(row, "created"), moment(row, "updated"), moment(row, "defined"));
  }

  /** Each entry ends its line, so that an empty one is kept, too. */
  private static List<String> lines(Record row, String column) {
    return text(row, column).lines().toList();
  }

  private static String lines(List<String> entries) {
    StringBuilder text = new StringBuilder();
    entries.forEach(entry -> text.append(entry).append('\n'));
    return text.toString();
  }

  @Override
  public void put(BillingView view) {
    delete(view.arn());
    database.write(
        "INSERT INTO billing_views (arn, owner, name, description, accounts, tag_key, tag_values, sources, policy, client_token, created,"
            + " updated, defined) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        view.arn(), view.owner().digits(), view.name(), view.description(), lines(view.filter().accounts()), view.filter().tagKey(),
        lines(view.filter().tagValues()), lines(view.sources()), view.policy(), view.clientToken(), view.created().toEpochMilli(),
        view.updated().toEpochMilli(), view.defined().toEpochMilli());
  }

  @Override
  public void delete(String arn) {
    database.write("DELETE FROM billing_views WHERE arn = ?", arn);
  }
}
