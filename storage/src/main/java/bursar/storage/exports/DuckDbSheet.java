package bursar.storage.exports;

import bursar.domain.exports.ExportColumn;
import bursar.domain.exports.ExportDefinition;
import bursar.domain.exports.ExportSheets;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One file: its rows are gathered in a table of a database file, and written out together. */
final class DuckDbSheet implements ExportSheets.Sheet {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int SUM_SCALE = 15;
  private static final int DECIMAL_SCALE = 20;

  private final Path folder;
  private final Path file;
  private final Path beside;
  private final List<ExportColumn> columns;
  private final ExportDefinition.Format format;
  private final boolean joined;
  private final Connection connection;
  private @Nullable DuckDBAppender appender;

  DuckDbSheet(Path folder, Path file, List<ExportColumn> columns, ExportDefinition.Format format, boolean joined) throws IOException {
    this.folder = folder;
    this.file = file;
    this.beside = DuckDbExportSheets.beside(file);
    this.columns = List.copyOf(columns);
    this.format = format;
    this.joined = joined;
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("rows.duckdb"));
      execute("SET GLOBAL memory_limit = '1GB'");
      execute("SET GLOBAL temp_directory = " + literal(folder.resolve("spill").toString()));
      execute("SET GLOBAL autoinstall_known_extensions = false");
      execute("CREATE TABLE sheet (" + IntStream.range(0, columns.size()).mapToObj(at -> "c" + at + " " + stored(columns.get(at)))
          .collect(Collectors.joining(", ")) + ")");
      appender = connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, "sheet");
    } catch (SQLException e) {
      throw new IOException("The engine that writes files of exports did not start: " + e.getMessage(), e);
    }
  }

  private static String stored(ExportColumn column) {
    return switch (column.type()) {
      case TEXT, MAP -> "VARCHAR";
      case TIME -> "TIMESTAMP";
      case DECIMAL -> "DECIMAL(38," + DECIMAL_SCALE + ")";
      case SUM -> "DECIMAL(38," + SUM_SCALE + ")";
    };
  }

  @Override
  public void add(List<@Nullable Object> values) {
    DuckDBAppender rows = appender;
    if (rows == null) {
      throw new IllegalStateException("the file is finished already");
    }
    try {
      rows.beginRow();
      for (int at = 0; at < columns.size(); at++) {
        append(rows, columns.get(at), values.get(at));
      }
      rows.endRow();
    } catch (SQLException e) {
      throw new IllegalStateException("A row of " + file.getFileName() + " could not be written: " + e.getMessage(), e);
    }
  }

  private static void append(DuckDBAppender rows, ExportColumn column, @Nullable Object value) throws SQLException {
    switch (value) {
      case null -> rows.appendNull();
      case String text when column.type() == ExportColumn.Type.DECIMAL || column.type() == ExportColumn.Type.SUM ->
          rows.append(scaled(column, new BigDecimal(text)));
      case String text -> rows.append(text);
      case BigDecimal number when column.type() == ExportColumn.Type.TEXT -> rows.append(number.stripTrailingZeros().toPlainString());
      case BigDecimal number -> rows.append(scaled(column, number));
      case Instant time -> rows.append(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
      case Map<?, ?> map -> {
        if (map.isEmpty()) {
          rows.appendNull();
        } else {
          rows.append(json(map));
        }
      }
      default -> throw new IllegalArgumentException("a value of " + value.getClass() + " cannot be exported");
    }
  }

  private static BigDecimal scaled(ExportColumn column, BigDecimal number) {
    return number.setScale(column.type() == ExportColumn.Type.SUM ? SUM_SCALE : DECIMAL_SCALE, RoundingMode.HALF_EVEN);
  }

  private static String json(Map<?, ?> map) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      map.forEach((key, value) -> json.writeStringProperty(String.valueOf(key), String.valueOf(value)));
      json.writeEndObject();
    }
    return text.toString();
  }

  @Override
  public long finish() {
    try {
      if (appender != null) {
        appender.close();
        appender = null;
      }
      Files.createDirectories(file.getParent());
      String options = format == ExportDefinition.Format.PARQUET ? "FORMAT parquet, COMPRESSION snappy"
          : "FORMAT csv, HEADER true, COMPRESSION gzip, NULLSTR ''";
      execute("COPY (" + selection() + ") TO " + literal(beside.toString()) + " (" + options + ")");
      long rows;
      try (Statement statement = connection.createStatement();
          ResultSet counted = statement.executeQuery("SELECT count(*) FROM (" + selection() + ")")) {
        counted.next();
        rows = counted.getLong(1);
      }
      DuckDbExportSheets.moved(beside, file);
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("The file " + file + " could not be written: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be written.", e);
    }
  }

  private String selection() {
    String rows = "sheet";
    if (joined) {
      String groups = IntStream.range(0, columns.size()).filter(at -> columns.get(at).type() != ExportColumn.Type.SUM).mapToObj(at -> "c" + at)
          .collect(Collectors.joining(", "));
      String sums = IntStream.range(0, columns.size()).mapToObj(at -> columns.get(at).type() == ExportColumn.Type.SUM
          ? "CAST(sum(c" + at + ") AS " + stored(columns.get(at)) + ") AS c" + at : "c" + at).collect(Collectors.joining(", "));
      rows = "(SELECT " + sums + " FROM sheet" + (groups.isEmpty() ? "" : " GROUP BY " + groups) + ")";
    }
    return "SELECT " + IntStream.range(0, columns.size())
        .mapToObj(at -> written("c" + at, columns.get(at).type()) + " AS \"" + columns.get(at).name().replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining(", ")) + " FROM " + rows;
  }

  private String written(String column, ExportColumn.Type type) {
    boolean parquet = format == ExportDefinition.Format.PARQUET;
    return switch (type) {
      case TEXT -> column;
      case TIME -> parquet ? column : "strftime(" + column + ", '%Y-%m-%dT%H:%M:%SZ')";
      case MAP -> parquet ? "TRY_CAST(TRY_CAST(" + column + " AS JSON) AS MAP(VARCHAR, VARCHAR))"
          : "CASE WHEN json_valid(" + column + ") THEN " + column + " END";
      // Without the zeros that only the scale adds.
      case DECIMAL, SUM -> parquet ? column : "rtrim(rtrim(CAST(" + column + " AS VARCHAR), '0'), '.')";
    };
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public void close() {
    try {
      if (appender != null) {
        appender.close();
        appender = null;
      }
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The engine that writes files of exports did not stop: " + e.getMessage(), e);
    } finally {
      remove();
    }
  }

  private void remove() {
    try {
      Files.deleteIfExists(beside);
      try (Stream<Path> left = Files.walk(folder)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The working folder " + folder + " cannot be removed.", e);
    }
  }
}
