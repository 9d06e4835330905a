package bursar.domain.exports;

import java.util.Locale;

/**
 * A column of a table that can be exported.
 *
 * @param name as the table's documentation spells it
 * @param type what its values are
 */
public record ExportColumn(String name, Type type) {
  /** What values are. */
  public enum Type {
    TEXT("string"),
    TIME("timestamp"),
    DECIMAL("double"),
    /** Texts by key. */
    MAP("map"),
    /** A decimal that adds up when rows are joined. */
    SUM("double");

    private final String wireName;

    Type(String wireName) {
      this.wireName = wireName;
    }

    /** As Data Exports spells the type of a column. */
    public String wireName() {
      return wireName;
    }
  }

  /** What the column holds, in words. */
  public String description() {
    return "The " + name.replace('_', ' ').replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT) + ".";
  }

  /** The column under another name. */
  public ExportColumn as(String alias) {
    return new ExportColumn(alias, type);
  }
}
