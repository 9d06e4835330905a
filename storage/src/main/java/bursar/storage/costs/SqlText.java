package bursar.storage.costs;

/** Spells names and texts inside a statement so that nothing in them can end it. */
final class SqlText {
  private SqlText() {}

  /** The text as a literal. */
  static String literal(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a text with a zero character cannot be part of a statement");
    }
    return "'" + text.replace("'", "''") + "'";
  }

  /** The text as the name of a column, a table or a database. */
  static String name(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a name with a zero character cannot be part of a statement");
    }
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
