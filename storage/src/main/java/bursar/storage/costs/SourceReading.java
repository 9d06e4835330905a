package bursar.storage.costs;

import bursar.domain.costs.CostImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a statement reads one file. The engine is shown a link of our own naming, because it takes some signs in a path for wildcards and some
 * beginnings for addresses.
 *
 * @param file what is read
 * @param link the link to it
 * @param number which file of the import it is
 */
record SourceReading(SourceFile file, Path link, int number) {
  /** A text with more faults, of which a row can have several, is no table at all. */
  private static final int FAULTS_MAX = 100_000;

  static SourceReading of(SourceFile file, Path workingFolder, int number) throws IOException {
    String ending = file.kind() == SourceFile.Kind.PARQUET ? ".parquet" : file.compressed() ? ".csv.gz" : ".csv";
    Path link = Files.createSymbolicLink(workingFolder.resolve("input-" + number + ending), file.path().toRealPath());
    return new SourceReading(file, link, number);
  }

  /** The file's columns, in their order. */
  List<SourceColumn> columns(Connection connection) throws SQLException {
    List<SourceColumn> columns = new ArrayList<>();
    if (file.kind() == SourceFile.Kind.TEXT) {
      for (int at = 0; at < file.header().size(); at++) {
        columns.add(new SourceColumn(file.header().get(at), "c" + at, "VARCHAR"));
      }
      return columns;
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM read_parquet(" + literalLink() + ")")) {
      while (rows.next()) {
        columns.add(new SourceColumn(rows.getString(1), SqlText.name(rows.getString(1)), rows.getString(2).toUpperCase(Locale.ROOT)));
      }
    }
    return columns;
  }

  /** The file as a table. Rows of a text that cannot be split into values are set aside. */
  String relation() {
    return relation("store_rejects = true, rejects_limit = " + FAULTS_MAX + ", rejects_table = 'rejects_" + number
        + "', rejects_scan = 'scans_" + number + "'");
  }

  private String relation(String faults) {
    if (file.kind() == SourceFile.Kind.PARQUET) {
      return "read_parquet(" + literalLink() + ", file_row_number = true)";
    }
    String columns = java.util.stream.IntStream.range(0, file.header().size()).mapToObj(at -> "'c" + at + "': 'VARCHAR'")
        .collect(Collectors.joining(", ", "{", "}"));
    // FOCUS's official sample writes a missing value as the bare word NULL, Hive as \N; in quotes both are texts. An empty value stays an
    // empty text here, so that the bare words can be counted.
    String missing = file.delimiter() == '\u0001' ? "['', '\\N']" : "['NULL', 'null']";
    String quote = file.delimiter() == '\u0001' ? "quote = '', escape = ''" : "quote = '\"', escape = '\"', allow_quoted_nulls = false";
    return "read_csv(" + literalLink() + ", auto_detect = false, header = true, columns = " + columns + ", delim = "
        + SqlText.literal(String.valueOf(file.delimiter())) + ", " + quote + ", nullstr = " + missing + ", compression = '"
        + (file.compressed() ? "gzip" : "none") + "', " + faults + ")";
  }

  /**
   * What a column has in one row, as text; null where it is missing.
   *
   * @param row the row's number among those that could be split into values; the first is 1
   */
  @Nullable String value(Connection connection, SourceColumn column, long row) throws SQLException {
    String sql = "SELECT CAST(" + column.reference() + " AS VARCHAR) FROM " + relation("ignore_errors = true")
        + (file.kind() == SourceFile.Kind.PARQUET ? " WHERE file_row_number = " + (row - 1) : " LIMIT 1 OFFSET " + (row - 1));
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  /** The number of the row in the file as an expression; null where it follows from the order. */
  String rowNumber() {
    return file.kind() == SourceFile.Kind.PARQUET ? "file_row_number + 1" : "NULL";
  }

  /** How many rows the file says it has, or about how many a text has. */
  long rowsTotal(Connection connection) throws SQLException {
    if (file.kind() == SourceFile.Kind.TEXT) {
      return file.rowsAbout();
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT sum(num_rows) FROM parquet_file_metadata(" + literalLink() + ")")) {
      return rows.next() ? rows.getLong(1) : -1;
    }
  }

  /** The rows of a text that could not be split into values; to be asked after it was read. */
  List<CostImport.Refusal> rejected(Connection connection) throws SQLException {
    List<CostImport.Refusal> rejected = new ArrayList<>();
    if (file.kind() == SourceFile.Kind.PARQUET) {
      return rejected;
    }
    long faults = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT line, min(error_type), min(column_name), min(error_message), count(*) FROM rejects_" + number
            + " GROUP BY line ORDER BY line")) {
      while (rows.next()) {
        faults += rows.getLong(5);
        rejected.add(new CostImport.Refusal(file.name(), rows.getLong(1) - 1, reason(rows.getString(2), rows.getString(3), rows.getString(4))));
      }
    }
    if (faults >= FAULTS_MAX) {
      CostImport.Refusal first = rejected.getFirst();
      throw SourceFile.invalid("More than " + (rejected.size() - 1) + " rows of " + file.name() + " cannot be split into values. The first, row "
          + first.row() + ": " + first.reason() + ".");
    }
    return rejected;
  }

  private String reason(String errorType, String column, String message) {
    return switch (errorType) {
      case "MISSING COLUMNS" -> "has fewer values than the " + file.header().size() + " columns of the header";
      case "TOO MANY COLUMNS" -> "has more values than the " + file.header().size() + " columns of the header";
      case "INVALID ENCODING" -> "is not UTF-8 text";
      case "UNQUOTED VALUE" -> "has a quotation mark that does not end" + at(column);
      case "LINE SIZE OVER MAXIMUM" -> "is too long";
      default -> message;
    };
  }

  private String at(String column) {
    return column != null && column.matches("c\\d{1,6}") && Integer.parseInt(column.substring(1)) < file.header().size()
        ? " in column " + file.header().get(Integer.parseInt(column.substring(1))) : "";
  }

  /** What the engine says of a file, in words without our link. */
  String readable(SQLException e) {
    String message = String.valueOf(e.getMessage()).replace(link.toString(), file.name());
    int end = message.indexOf('\n');
    return (end < 0 ? message : message.substring(0, end)).replaceFirst("\\.$", "");
  }

  private String literalLink() {
    return SqlText.literal(link.toString());
  }
}
