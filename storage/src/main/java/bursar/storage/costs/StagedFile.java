package bursar.storage.costs;

import bursar.domain.costs.CostImport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be told of a file once its rows are staged: refused rows, what was read although it is written otherwise than prescribed, payers.
 *
 * @param connection reads the staged rows
 * @param table the table of staged rows, with {@code source_row}, {@code refusal} and {@code leniences}
 * @param before how many rows were staged before those of the file
 * @param reading how the file was read
 * @param rejected its rows that could not be split into values, in their order, and so are not staged
 */
record StagedFile(Connection connection, String table, long before, SourceReading reading, List<CostImport.Refusal> rejected) {
  /** Beyond this row an example is not worth reading the file once more. */
  private static final long EXAMPLE_ROW_MAX = 1_000_000;

  private static final int PAYERS_NAMED = 3;

  /** The number of a staged row in its file, as far as a statement can know. */
  private String row() {
    return "coalesce(source_row, rowid - " + before + " + 1)";
  }

  private String from(String condition) {
    return " FROM " + table + " WHERE rowid >= " + before + " AND " + condition;
  }

  /** The row's number in the file: rows of a text that could not be split into values were left out before rows were counted. */
  private long inFile(long row) {
    if (reading.file().kind() == SourceFile.Kind.PARQUET) {
      return row;
    }
    long counted = row;
    for (CostImport.Refusal earlier : rejected) {
      counted += earlier.row() <= counted ? 1 : 0;
    }
    return counted;
  }

  /** How many staged rows are refused. */
  long refusedRows() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*)" + from("refusal IS NOT NULL"))) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** The first staged rows that are refused. */
  List<CostImport.Refusal> refusals() throws SQLException {
    List<CostImport.Refusal> refusals = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(
            "SELECT " + row() + ", refusal" + from("refusal IS NOT NULL") + " ORDER BY rowid LIMIT " + CostImport.REFUSALS_KEPT)) {
      while (rows.next()) {
        refusals.add(new CostImport.Refusal(reading.file().name(), inFile(rows.getLong(1)), rows.getString(2)));
      }
    }
    return refusals;
  }

  /** What was read although it is not written as prescribed, by column, and what the mapping notes of the whole file. */
  List<CostImport.Normalisation> normalisations(LineMapping mapping, long rowsOfFile) throws SQLException {
    String name = reading.file().name();
    List<CostImport.Normalisation> found = new ArrayList<>();
    mapping.notes().forEach((column, what) -> found.add(new CostImport.Normalisation(name, column, what, rowsOfFile, 0, null)));
    List<LineMapping.Lenience> leniences = mapping.leniences();
    long[] counts = new long[leniences.size()];
    long[] firsts = new long[leniences.size()];
    if (counts.length > 0) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(
              "SELECT leniences, count(*), min(" + row() + ")" + from("leniences IS NOT NULL") + " GROUP BY leniences")) {
        while (rows.next()) {
          for (int bit = 0; bit < counts.length; bit++) {
            if ((rows.getLong(1) & (1L << bit)) != 0) {
              counts[bit] += rows.getLong(2);
              firsts[bit] = firsts[bit] == 0 ? rows.getLong(3) : Math.min(firsts[bit], rows.getLong(3));
            }
          }
        }
      }
    }
    for (int bit = 0; bit < counts.length; bit++) {
      if (counts[bit] > 0) {
        SourceColumn column = leniences.get(bit).column();
        String example = column == null || firsts[bit] > EXAMPLE_ROW_MAX ? null : reading.value(connection, column, firsts[bit]);
        found.add(new CostImport.Normalisation(
            name, column == null ? "" : column.name(), leniences.get(bit).what(), counts[bit], inFile(firsts[bit]), example));
      }
    }
    return found;
  }

  /** The payer accounts of the file's rows, the first few, each with its first row. */
  Map<String, Long> payers() throws SQLException {
    Map<String, Long> payers = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT payer_account, min(" + row() + ") AS first_row"
            + from("refusal IS NULL AND payer_account IS NOT NULL") + " GROUP BY payer_account ORDER BY first_row LIMIT " + PAYERS_NAMED)) {
      while (rows.next()) {
        payers.put(rows.getString(1), inFile(rows.getLong(2)));
      }
    }
    return payers;
  }
}
