package bursar.domain.exports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an export selects.
 *
 * @param table from which table
 * @param selected which columns, in order
 * @param condition which rows; null for all
 */
public record ExportQuery(ExportTable table, List<Selected> selected, @Nullable ExportCondition condition) {
  /** Copies the columns. */
  public ExportQuery {
    selected = List.copyOf(selected);
  }

  /**
   * A column that is selected.
   *
   * @param source the table's column
   * @param key the key whose value is taken from a map; null for the whole column
   * @param name under which name it is exported
   */
  public record Selected(ExportColumn source, @Nullable String key, String name) {
    /** As it stands in the exported file. */
    public ExportColumn exported() {
      return key == null ? source.as(name) : new ExportColumn(name, ExportColumn.Type.TEXT);
    }

    /** Its value in a row. */
    public @Nullable Object of(Map<String, @Nullable Object> row) {
      Object value = row.get(source.name());
      return key == null ? value : value instanceof Map<?, ?> map ? map.get(key) : null;
    }
  }

  /**
   * Reads a query: {@code SELECT column [AS name], ... FROM table [WHERE condition]}, where a column of maps may be followed by a dot and a
   * key, and conditions compare columns with {@code = <> < <= > >=}, {@code IN (...)}, {@code IS [NOT] NULL}, {@code AND}, {@code OR},
   * {@code NOT} and parentheses.
   *
   * @param properties the properties of the table, as they were given
   * @throws bursar.domain.Failure {@code ValidationException} with a sentence that names the position
   */
  public static ExportQuery parse(String statement, Map<String, String> properties) {
    return new ExportQueryParser(statement).read(properties);
  }

  /**
   * The table that a query reads.
   *
   * @throws bursar.domain.Failure {@code ValidationException} with a sentence that names the position
   */
  public static ExportTable table(String statement) {
    return new ExportQueryParser(statement).table();
  }
}
