package bursar.storage.state;

import static bursar.storage.state.Columns.account;
import static bursar.storage.state.Columns.millis;
import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.momentOrNull;
import static bursar.storage.state.Columns.number;
import static bursar.storage.state.Columns.text;
import static bursar.storage.state.Columns.textOrNull;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.BucketSource;
import bursar.domain.costs.BucketSourceStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Record;

/** Sources in buckets, in the state database. */
public final class JdbcBucketSourceStore implements BucketSourceStore {
  private final Database database;

  /** Sources in that database. */
  public JdbcBucketSourceStore(Database database) {
    this.database = database;
  }

  @Override
  public void put(BucketSource source, byte[] sealedSecret) {
    var unused = delete(source.dataOwner(), source.name());
    database.write(
        "INSERT INTO cost_source (data_owner, name, endpoint, region, bucket, prefix, data_set, access_key_id, secret, minutes, put_by, put_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        source.dataOwner().digits(), source.name(), source.endpoint(), source.region(), source.bucket(), source.prefix(), source.dataSet(),
        source.accessKeyId(), sealedSecret, source.minutes(), source.putBy(), source.putAt().toEpochMilli());
  }

  @Override
  public List<BucketSource> list(AccountId dataOwner) {
    return database.all("SELECT * FROM cost_source WHERE data_owner = ? ORDER BY name", dataOwner.digits()).map(JdbcBucketSourceStore::source);
  }

  @Override
  public List<BucketSource> all() {
    return database.all("SELECT * FROM cost_source ORDER BY data_owner, name").map(JdbcBucketSourceStore::source);
  }

  private static BucketSource source(Record row) {
    return new BucketSource(account(row, "data_owner"), text(row, "name"), text(row, "endpoint"), text(row, "region"), text(row, "bucket"),
        text(row, "prefix"), text(row, "data_set"), text(row, "access_key_id"), (int) number(row, "minutes"), text(row, "put_by"),
        moment(row, "put_at"), momentOrNull(row, "checked_at"), textOrNull(row, "outcome"));
  }

  @Override
  public byte[] sealedSecret(BucketSource source) {
    return database.one("SELECT secret FROM cost_source WHERE data_owner = ? AND name = ?", source.dataOwner().digits(), source.name())
        .map(row -> Objects.requireNonNull(row.get("secret", byte[].class))).orElseThrow();
  }

  @Override
  public boolean delete(AccountId dataOwner, String name) {
    database.write("DELETE FROM cost_source_part WHERE data_owner = ? AND name = ?", dataOwner.digits(), name);
    return database.write("DELETE FROM cost_source WHERE data_owner = ? AND name = ?", dataOwner.digits(), name) > 0;
  }

  @Override
  public boolean claim(BucketSource source, Instant now) {
    Long before = millis(source.checkedAt());
    return before == null
        ? database.write("UPDATE cost_source SET checked_at = ?, outcome = NULL WHERE data_owner = ? AND name = ? AND put_at = ? AND checked_at IS NULL",
            now.toEpochMilli(), source.dataOwner().digits(), source.name(), source.putAt().toEpochMilli()) > 0
        : database.write("UPDATE cost_source SET checked_at = ?, outcome = NULL WHERE data_owner = ? AND name = ? AND put_at = ? AND checked_at = ?",
            now.toEpochMilli(), source.dataOwner().digits(), source.name(), source.putAt().toEpochMilli(), before) > 0;
  }

  @Override
  public void note(BucketSource source, String outcome) {
    database.write("UPDATE cost_source SET outcome = ? WHERE data_owner = ? AND name = ?", outcome, source.dataOwner().digits(), source.name());
  }

  @Override
  public Map<String, String> parts(BucketSource source) {
    Map<String, String> parts = new LinkedHashMap<>();
    database.all("SELECT * FROM cost_source_part WHERE data_owner = ? AND name = ?", source.dataOwner().digits(), source.name())
        .forEach(row -> parts.put(text(row, "part"), text(row, "fingerprint")));
    return parts;
  }

  @Override
  public void noteParts(BucketSource source, Map<String, String> fingerprints) {
    fingerprints.forEach((part, fingerprint) -> {
      database.write("DELETE FROM cost_source_part WHERE data_owner = ? AND name = ? AND part = ?", source.dataOwner().digits(),
          source.name(), part);
      database.write("INSERT INTO cost_source_part (data_owner, name, part, fingerprint) VALUES (?, ?, ?, ?)", source.dataOwner().digits(),
          source.name(), part, fingerprint);
    });
  }
}
