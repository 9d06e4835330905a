package bursar.storage.state;

import static bursar.storage.state.Columns.account;
import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.number;
import static bursar.storage.state.Columns.text;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostUpload;
import bursar.domain.costs.CostUploadStore;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** Open uploads in the state database. */
public final class JdbcCostUploadStore implements CostUploadStore {
  private final Database database;

  /** Uploads in that database. */
  public JdbcCostUploadStore(Database database) {
    this.database = database;
  }

  @Override
  public void add(CostUpload upload) {
    database.write(
        "INSERT INTO cost_upload (upload_id, data_owner, data_set, asked_by, again, several_payers, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        upload.uploadId(), upload.dataOwner().digits(), upload.dataSet(), upload.by(), upload.again() ? 1 : 0, upload.severalPayers() ? 1 : 0,
        upload.expiresAt().toEpochMilli());
    int position = 0;
    for (CostUpload.File file : upload.files()) {
      database.write("INSERT INTO cost_upload_file (upload_id, position, file_name, token_hash, state) VALUES (?, ?, ?, ?, ?)",
          upload.uploadId(), position++, file.name(), file.tokenHash(), file.state().name());
    }
  }

  @Override
  public Optional<CostUpload> find(String uploadId) {
    return database.one("SELECT * FROM cost_upload WHERE upload_id = ?", uploadId).map(this::upload);
  }

  @Override
  public List<CostUpload> all() {
    return database.all("SELECT * FROM cost_upload ORDER BY expires_at, upload_id").map(this::upload);
  }

  private CostUpload upload(Record row) {
    String id = text(row, "upload_id");
    List<CostUpload.File> files = database.all("SELECT * FROM cost_upload_file WHERE upload_id = ? ORDER BY position", id)
        .map(file -> new CostUpload.File(text(file, "file_name"), text(file, "token_hash"), CostUpload.State.valueOf(text(file, "state"))));
    return new CostUpload(id, account(row, "data_owner"), text(row, "data_set"), text(row, "asked_by"), number(row, "again") != 0,
        number(row, "several_payers") != 0, moment(row, "expires_at"), files);
  }

  @Override
  public int count(AccountId dataOwner) {
    return database.one("SELECT count(*) AS uploads FROM cost_upload WHERE data_owner = ?", dataOwner.digits())
        .map(row -> (int) number(row, "uploads")).orElse(0);
  }

  @Override
  public boolean turn(String uploadId, String tokenHash, CostUpload.State from, CostUpload.State to) {
    return database.write("UPDATE cost_upload_file SET state = ? WHERE upload_id = ? AND token_hash = ? AND state = ?", to.name(), uploadId,
        tokenHash, from.name()) > 0;
  }

  @Override
  public void remove(String uploadId) {
    database.write("DELETE FROM cost_upload_file WHERE upload_id = ?", uploadId);
    database.write("DELETE FROM cost_upload WHERE upload_id = ?", uploadId);
  }
}
