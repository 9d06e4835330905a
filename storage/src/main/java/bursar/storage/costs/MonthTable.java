package bursar.storage.costs;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of lines in a month's file that is attached: it leaves out columns in which no row has anything. */
final class MonthTable {
  private final String alias;
  private final Map<String, String> columns = new HashMap<>();
  private final Map<String, List<String>> keysOfMaps = new HashMap<>();

  MonthTable(String alias, List<String> columns) {
    this.alias = alias;
    columns.forEach(column -> this.columns.put(column.toLowerCase(Locale.ROOT), column));
  }

  /** The name under which the file is attached. */
  String alias() {
    return alias;
  }

  /** The columns kept as the source writes them, with the source's names. */
  Stream<String> sourceColumns() {
    return columns.values().stream().filter(column -> column.startsWith(CostLine.SOURCE_PREFIX))
        .map(column -> column.substring(CostLine.SOURCE_PREFIX.length()));
  }

  /** The keys in a column of maps over all its lines; read once, for the file never changes. */
  synchronized List<String> keys(String map, CostEngine engine) {
    List<String> known = keysOfMaps.get(map);
    if (known == null) {
      try {
        known = columns.containsKey(map) ? engine.texts("SELECT DISTINCT unnest(map_keys(" + map + ")) FROM " + table()) : List.of();
      } catch (SQLException e) {
        throw new IllegalStateException("The keys in a month's file cannot be read: " + e.getMessage(), e);
      }
      keysOfMaps.put(map, known);
    }
    return known;
  }

  private String table() {
    return alias + ".main." + CostLine.TABLE;
  }

  /** A statement that reads these columns, with nothing in those that the file leaves out. */
  String reading(Collection<String> wanted) {
    return wanted.stream().map(this::column).collect(Collectors.joining(", ", "SELECT ", " FROM " + table()));
  }

  private String column(String name) {
    if (columns.containsKey(name.toLowerCase(Locale.ROOT))) {
      return SqlText.name(name);
    }
    CostLine.Column known = CostLine.named(name);
    return (known == null ? "CAST(NULL AS VARCHAR)" : known.nothing()) + " AS " + SqlText.name(name);
  }
}
