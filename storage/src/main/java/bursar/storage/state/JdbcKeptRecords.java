package bursar.storage.state;

import static bursar.storage.state.Columns.text;

import bursar.domain.KeptRecords;
import bursar.domain.accounts.AccountId;
import java.util.List;
import java.util.Optional;

/** Records of one kind in the state database, each as one JSON text. */
public final class JdbcKeptRecords<T extends Record> implements KeptRecords<T> {
  private final Database database;
  private final String kind;
  private final RecordText<T> form;

  /**
   * Records in that database.
   *
   * @param kind names the kind in the table; never changed once records are kept
   */
  public JdbcKeptRecords(Database database, String kind, Class<T> type) {
    this.database = database;
    this.kind = kind;
    this.form = new RecordText<>(type);
  }

  @Override
  public List<T> list(AccountId account) {
    return database.all("SELECT body FROM kept_record WHERE account = ? AND kind = ? ORDER BY id", account.digits(), kind)
        .map(row -> form.read(text(row, "body")));
  }

  @Override
  public Optional<T> find(AccountId account, String id) {
    return database.one("SELECT body FROM kept_record WHERE account = ? AND kind = ? AND id = ?", account.digits(), kind, id)
        .map(row -> form.read(text(row, "body")));
  }

  @Override
  public void put(AccountId account, String id, T record) {
    var unused = delete(account, id);
    database.write("INSERT INTO kept_record (account, kind, id, body) VALUES (?, ?, ?, ?)", account.digits(), kind, id, form.write(record));
  }

  @Override
  public boolean delete(AccountId account, String id) {
    return database.write("DELETE FROM kept_record WHERE account = ? AND kind = ? AND id = ?", account.digits(), kind, id) > 0;
  }
}
