package bursar.storage.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one connection, prepared once: preparing costs more than running. At most {@value #KEPT_MAX} are kept; the one used longest
 * ago goes first, and one that failed goes at once. For one thread at a time, as the connection itself.
 */
final class PreparedStatements {
  private static final int KEPT_MAX = 128;

  private final Connection connection;
  private final Map<String, Prepared> kept = new LinkedHashMap<>(64, 0.75f, true);

  /** A statement and the columns it answers, each with the type the driver makes it. */
  private record Prepared(PreparedStatement statement, Field<?>[] columns) {}

  PreparedStatements(Connection connection) {
    this.connection = connection;
  }

  /** Every row a query answers. */
  Result<Record> rows(DSLContext records, String sql, @Nullable Object[] values) throws SQLException {
    Prepared prepared = prepared(sql, true);
    try {
      bind(prepared.statement(), values);
      Result<Record> rows = records.newResult(prepared.columns());
      try (ResultSet answer = prepared.statement().executeQuery()) {
        while (answer.next()) {
          @Nullable Object[] row = new @Nullable Object[prepared.columns().length];
          for (int i = 0; i < row.length; i++) {
            row[i] = answer.getObject(i + 1);
          }
          Record record = records.newRecord(prepared.columns());
          record.fromArray(row);
          rows.add(record);
        }
      }
      return rows;
    } catch (SQLException e) {
      forget(sql);
      throw e;
    }
  }

  /** How many rows a statement that writes touched. */
  int write(String sql, @Nullable Object[] values) throws SQLException {
    Prepared prepared = prepared(sql, false);
    try {
      bind(prepared.statement(), values);
      return prepared.statement().executeUpdate();
    } catch (SQLException e) {
      forget(sql);
      throw e;
    }
  }

  /** Runs a statement that writes once for each row of values. */
  void writeAll(String sql, List<@Nullable Object[]> rows) throws SQLException {
    PreparedStatement statement = prepared(sql, false).statement();
    try {
      for (@Nullable Object[] values : rows) {
        bind(statement, values);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      forget(sql);
      throw e;
    }
  }

  private Prepared prepared(String sql, boolean answers) throws SQLException {
    Prepared known = kept.get(sql);
    if (known != null) {
      return known;
    }
    if (kept.size() >= KEPT_MAX) {
      forget(kept.keySet().iterator().next());
    }
    PreparedStatement statement = connection.prepareStatement(sql);
    Prepared fresh = new Prepared(statement, answers ? columns(statement) : new Field<?>[0]);
    kept.put(sql, fresh);
    return fresh;
  }

  private static Field<?>[] columns(PreparedStatement statement) throws SQLException {
    ResultSetMetaData described = statement.getMetaData();
    Field<?>[] columns = new Field<?>[described.getColumnCount()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = DSL.field(DSL.name(described.getColumnLabel(i + 1)), SQLDataType.OTHER);
    }
    return columns;
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private void forget(String sql) {
    Prepared gone = kept.remove(sql);
    if (gone != null) {
      try {
        gone.statement().close();
      } catch (SQLException e) {
        // It is not used any more, and closing the connection frees what is left of it.
      }
    }
  }
}
