package bursar.storage.state;

import static bursar.storage.state.Columns.account;
import static bursar.storage.state.Columns.flag;
import static bursar.storage.state.Columns.moment;
import static bursar.storage.state.Columns.number;
import static bursar.storage.state.Columns.text;
import static bursar.storage.state.Columns.textOrNull;

import bursar.domain.Failure;
import bursar.domain.audit.AuditEvent;
import bursar.domain.audit.AuditPage;
import bursar.domain.audit.AuditQuery;
import bursar.domain.audit.AuditStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** The audit trail in the state database. */
public final class JdbcAuditStore implements AuditStore {
  private static final Pattern MARKER = Pattern.compile("(-?\\d{1,18})\\.(\\d{1,18})");

  private static final String INSERT =
      "INSERT INTO audit_events (event_id, happened, account, principal_arn, user_name, access_key_id, event_source, event_name,"
          + " read_only, source_address, user_agent, request_parameters, error_code, error_message, request_id)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Database database;

  /** The trail in that database. */
  public JdbcAuditStore(Database database) {
    this.database = database;
  }

  @Override
  public void append(List<AuditEvent> events) {
    var unused = database.inTransaction(() -> {
      database.writeAll(INSERT, events.stream().map(JdbcAuditStore::values).toList());
      return events.size();
    });
  }

  private static @Nullable Object[] values(AuditEvent event) {
    return new @Nullable Object[] {
      event.eventId(),
      event.time().toEpochMilli(),
      event.account().digits(),
      event.principalArn(),
      kept(event.userName()),
      event.accessKeyId(),
      event.eventSource(),
      event.eventName(),
      event.readOnly(),
      event.sourceAddress(),
      kept(event.userAgent()),
      kept(event.requestParameters()),
      event.errorCode(),
      kept(event.errorMessage()),
      event.requestId()
    };
  }

  /** What strangers wrote, without the one character that PostgreSQL does not keep. */
  private static @Nullable String kept(@Nullable String text) {
    return text == null ? null : text.replace('\0', '\uFFFD');
  }

  @Override
  public AuditPage lookup(AuditQuery query) {
    StringBuilder sql = new StringBuilder("SELECT * FROM audit_events WHERE account = ?");
    List<Object> values = new ArrayList<>(List.of(query.account().digits()));
    if (query.from() != null) {
      sql.append(" AND happened >= ?");
      values.add(query.from().toEpochMilli());
    }
    if (query.until() != null) {
      sql.append(" AND happened <= ?");
      values.add(query.until().toEpochMilli());
    }
    for (Map.Entry<AuditQuery.Attribute, String> attribute : query.attributes().entrySet()) {
      addAttribute(attribute.getKey(), attribute.getValue(), sql, values);
    }
    if (query.after() != null) {
      Matcher marker = MARKER.matcher(query.after());
      if (!marker.matches()) {
        throw new Failure("InvalidNextTokenException", "The NextToken is not one that a lookup was answered with. Leave it out to begin anew.");
      }
      sql.append(" AND (happened < ? OR (happened = ? AND number < ?))");
      values.add(Long.valueOf(marker.group(1)));
      values.add(Long.valueOf(marker.group(1)));
      values.add(Long.valueOf(marker.group(2)));
    }
    sql.append(" ORDER BY happened DESC, number DESC LIMIT ?");
    values.add(query.max() + 1);
    return page(database.all(sql.toString(), values.toArray()), query.max());
  }

  private static void addAttribute(AuditQuery.Attribute attribute, String value, StringBuilder sql, List<Object> values) {
    String column = switch (attribute) {
      case EVENT_ID -> "event_id";
      case EVENT_NAME -> "event_name";
      case READ_ONLY -> "read_only";
      case USER_NAME -> "user_name";
      case EVENT_SOURCE -> "event_source";
      case ACCESS_KEY_ID -> "access_key_id";
    };
    sql.append(" AND ").append(column).append(" = ?");
    values.add(attribute == AuditQuery.Attribute.READ_ONLY ? Boolean.valueOf(value) : value);
  }

  private static AuditPage page(Result<Record> rows, int max) {
    List<AuditEvent> events = rows.stream().limit(max).map(JdbcAuditStore::event).toList();
    if (rows.size() <= max) {
      return new AuditPage(events, null);
    }
    Record last = rows.get(max - 1);
    return new AuditPage(events, number(last, "happened") + "." + number(last, "number"));
  }

  private static AuditEvent event(Record row) {
    return new AuditEvent(
        text(row, "event_id"),
        moment(row, "happened"),
        account(row, "account"),
        text(row, "principal_arn"),
        text(row, "user_name"),
        textOrNull(row, "access_key_id"),
        text(row, "event_source"),
        text(row, "event_name"),
        flag(row, "read_only"),
        text(row, "source_address"),
        text(row, "user_agent"),
        textOrNull(row, "request_parameters"),
        textOrNull(row, "error_code"),
        textOrNull(row, "error_message"),
        text(row, "request_id"));
  }
}
