package bursar.storage.costs;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of lines in a month's file that is attached: it leaves out columns in which no row has anything. */
final class MonthTable {
  private final String alias;
  private final Map<String, String> columns = new HashMap<>();
  private @Nullable List<String> tagKeys;

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

  /** The keys of all tags of its lines; read once, for the file never changes. */
  synchronized List<String> tagKeys(CostEngine engine) {
    List<String> known = tagKeys;
    if (known == null) {
      try {
        known = columns.containsKey(CostLine.TAGS) ? engine.texts("SELECT DISTINCT unnest(map_keys(" + CostLine.TAGS + ")) FROM " + table()) : List.of();
      } catch (SQLException e) {
        throw new IllegalStateException("The tags of a month's file cannot be read: " + e.getMessage(), e);
      }
      tagKeys = known;
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
