package bursar.storage.state;

import static bursar.storage.state.Columns.account;
import static bursar.storage.state.Columns.millis;
import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.momentOrNull;
import static bursar.storage.state.Columns.number;
import static bursar.storage.state.Columns.text;
import static bursar.storage.state.Columns.textOrNull;

import bursar.domain.accounts.AccountId;
import bursar.domain.exports.ExportDefinition;
import bursar.domain.exports.ExportExecution;
import bursar.domain.exports.ExportStore;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Record;

/** Exports and their executions in the state database. */
public final class JdbcExportStore implements ExportStore {
  private final Database database;

  /** Exports in that database. */
  public JdbcExportStore(Database database) {
    this.database = database;
  }

  @Override
  public List<ExportDefinition> list(AccountId account, ExportDefinition.Kind kind) {
    return database.all("SELECT * FROM exports WHERE account = ? AND kind = ? ORDER BY name", account.digits(), kind.name())
        .map(JdbcExportStore::definition);
  }

  @Override
  public List<ExportDefinition> all() {
    return database.all("SELECT * FROM exports ORDER BY created, id").map(JdbcExportStore::definition);
  }

  @Override
  public Optional<ExportDefinition> find(String id) {
    return database.all("SELECT * FROM exports WHERE id = ?", id).map(JdbcExportStore::definition).stream().findFirst();
  }

  private static ExportDefinition definition(Record row) {
    return new ExportDefinition(text(row, "id"), account(row, "account"), ExportDefinition.Kind.valueOf(text(row, "kind")), text(row, "name"),
        text(row, "description"), text(row, "statement"), pairs(text(row, "settings")),
        new ExportDefinition.Destination(text(row, "bucket"), text(row, "prefix"), text(row, "region")),
        new ExportDefinition.Layout(ExportDefinition.Format.valueOf(text(row, "format")), number(row, "overwritten") != 0),
        new ExportDefinition.Owner(text(row, "owner_user")), moment(row, "created"), moment(row, "updated"), pairs(text(row, "tags")));
  }

  private static Map<String, String> pairs(String lines) {
    Map<String, String> pairs = new LinkedHashMap<>();
    lines.lines().forEach(line -> {
      int tab = line.indexOf('\t');
      pairs.put(unescaped(line.substring(0, tab)), unescaped(line.substring(tab + 1)));
    });
    return pairs;
  }

  private static String lines(Map<String, String> pairs) {
    return new TreeMap<>(pairs).entrySet().stream().map(pair -> escaped(pair.getKey()) + "\t" + escaped(pair.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign == '\\' && at + 1 < text.length()) {
        char escaped = text.charAt(++at);
        plain.append(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
      } else {
        plain.append(sign);
      }
    }
    return plain.toString();
  }

  @Override
  public void put(ExportDefinition definition) {
    Object[] values = {
      definition.description(), definition.statement(), lines(definition.settings()), definition.destination().bucket(),
      definition.destination().prefix(), definition.destination().region(), definition.layout().format().name(),
      definition.layout().overwrite() ? 1L : 0L, definition.owner().userId(), definition.updated().toEpochMilli(), lines(definition.tags()),
      definition.id()
    };
    if (database.write("UPDATE exports SET description = ?, statement = ?, settings = ?, bucket = ?, prefix = ?, region = ?, format = ?,"
        + " overwritten = ?, owner_user = ?, updated = ?, tags = ? WHERE id = ?", values) > 0) {
      return;
    }
    database.write("INSERT INTO exports (description, statement, settings, bucket, prefix, region, format, overwritten, owner_user, updated, tags,"
            + " id, account, kind, name, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        java.util.stream.Stream.concat(java.util.Arrays.stream(values), java.util.stream.Stream.of(definition.account().digits(),
            definition.kind().name(), definition.name(), definition.created().toEpochMilli())).toArray());
  }

  @Override
  public void delete(String id) {
    database.write("DELETE FROM export_executions WHERE export_id = ?", id);
    database.write("DELETE FROM exports WHERE id = ?", id);
  }

  @Override
  public List<ExportExecution> executions(String exportId, int most) {
    return database.all("SELECT * FROM export_executions WHERE export_id = ? ORDER BY created DESC, id LIMIT ?", exportId, most)
        .map(JdbcExportStore::execution);
  }

  @Override
  public Optional<ExportExecution> execution(String id) {
    return database.all("SELECT * FROM export_executions WHERE id = ?", id).map(JdbcExportStore::execution).stream().findFirst();
  }

  private static ExportExecution execution(Record row) {
    String reason = textOrNull(row, "reason");
    return new ExportExecution(text(row, "id"), text(row, "export_id"), ExportExecution.Status.valueOf(text(row, "status")),
        reason == null ? null : ExportExecution.Reason.valueOf(reason), text(row, "sentence"),
        text(row, "months").lines().map(YearMonth::parse).toList(), number(row, "row_count"), moment(row, "created"), moment(row, "updated"),
        momentOrNull(row, "completed"));
  }

  @Override
  public void record(ExportExecution execution) {
    database.write("DELETE FROM export_executions WHERE id = ?", execution.id());
    database.write("INSERT INTO export_executions (id, export_id, status, reason, sentence, months, row_count, created, updated, completed)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        execution.id(), execution.exportId(), execution.status().name(), execution.reason() == null ? null : execution.reason().name(),
        execution.sentence(), execution.months().stream().map(YearMonth::toString).collect(Collectors.joining("\n")), execution.rows(),
        execution.created().toEpochMilli(), execution.updated().toEpochMilli(), millis(execution.completed()));
  }

  @Override
  public void keepNewest(String exportId, int kept) {
    executions(exportId, Integer.MAX_VALUE).stream().skip(kept)
        .forEach(old -> database.write("DELETE FROM export_executions WHERE id = ?", old.id()));
  }
}
