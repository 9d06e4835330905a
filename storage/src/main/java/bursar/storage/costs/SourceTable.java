package bursar.storage.costs;

import bursar.domain.costs.CostImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file of costs as a table in an engine of its own, with each row's number: for those who look at a file without importing it.
 *
 * <p>It is read the way an import reads it: the same kinds of files, the same missing values, the same rows that cannot be split into values.
 */
public final class SourceTable implements AutoCloseable {
  /** The table's name. */
  public static final String NAME = "source";

  /** The column that tells a row's number in the file; the first row of data is 1. */
  public static final String ROW = "row number";

  private final CostEngine engine;
  private final Connection connection;
  private final Path working;
  private final SourceReading reading;
  private final Map<String, String> types = new LinkedHashMap<>();
  private List<CostImport.Refusal> rejected = List.of();

  private SourceTable(SourceFile file) throws IOException, SQLException {
    working = Files.createTempDirectory("bursar-source");
    engine = new CostEngine(working.resolve("spill"), CostEngine.QUESTION_SECONDS_MAX);
    connection = engine.connection();
    reading = SourceReading.of(file, working, 1);
  }

  /** The files behind a path: itself, or those in the folder whose names end like cost data's. */
  public static List<Path> files(Path path) {
    return SourceFiles.behind(List.of(path)).files().stream().map(SourceFile::path).toList();
  }

  /**
   * Reads a file.
   *
   * @param wanted the columns that are needed; others are only named
   * @throws bursar.domain.Failure {@code ValidationException} with a sentence when it is no file that can be read
   */
  public static SourceTable read(Path path, Set<String> wanted) {
    SourceFile file = SourceFile.at(path);
    try {
      SourceTable table = new SourceTable(file);
      try {
        table.load(wanted);
        return table;
      } catch (SQLException e) {
        table.close();
        throw SourceFile.invalid(file.name() + " is damaged or cut off and cannot be read: " + table.reading.readable(e) + ".");
      } catch (RuntimeException e) {
        table.close();
        throw e;
      }
    } catch (IOException | SQLException e) {
      throw SourceFile.invalid(file.name() + " cannot be read: " + e.getMessage() + ".");
    }
  }

  private void load(Set<String> wanted) throws SQLException {
    StringBuilder columns = new StringBuilder();
    for (SourceColumn column : reading.columns(connection)) {
      if (types.putIfAbsent(column.name(), column.type()) == null && wanted.contains(column.name())) {
        String value = reading.file().kind() == SourceFile.Kind.PARQUET ? column.reference() : "nullif(" + column.reference() + ", '')";
        columns.append(", ").append(value).append(" AS ").append(SqlText.name(column.name()));
      }
    }
    String number = reading.file().kind() == SourceFile.Kind.PARQUET ? reading.rowNumber() : "row_number() OVER ()";
    CostEngine.execute(connection, "CREATE TEMP TABLE " + NAME + " AS SELECT CAST(" + number + " AS BIGINT) AS " + SqlText.name(ROW) + columns
        + " FROM " + reading.relation());
    rejected = reading.rejected(connection);
    for (CostImport.Refusal left : rejected) {
      // Rows that could not be split into values were left out before rows were counted.
      CostEngine.execute(connection, "UPDATE " + NAME + " SET " + SqlText.name(ROW) + " = " + SqlText.name(ROW) + " + 1 WHERE "
          + SqlText.name(ROW) + " >= " + left.row());
    }
  }

  /** All columns of the file in their order, with their types; VARCHAR in text files. */
  public Map<String, String> types() {
    return Map.copyOf(types);
  }

  /** Whether it is text, in which every value is written out; else Parquet, whose values have types. */
  public boolean text() {
    return reading.file().kind() == SourceFile.Kind.TEXT;
  }

  /** The file's name. */
  public String name() {
    return reading.file().name();
  }

  /** The rows of a text that could not be split into values. */
  public List<CostImport.Refusal> rejected() {
    return rejected;
  }

  /** The connection whose table {@value #NAME} it is. */
  public Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try {
      connection.close();
      engine.close();
      try (Stream<Path> left = Files.walk(working)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("What was needed to read " + name() + " could not be removed: " + e.getMessage(), e);
    }
  }
}
