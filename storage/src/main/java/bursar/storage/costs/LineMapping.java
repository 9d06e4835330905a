package bursar.storage.costs;

import bursar.domain.Failure;
import bursar.domain.costs.Dimension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of one file become the columns of {@link CostLine}, as expressions of a statement, with the reasons to refuse a row.
 *
 * <p>A file that lacks a column gives null for it: months with different columns are united by name this way.
 */
final class LineMapping {
  private static final String NULL = "NULL";
  private static final int SHOWN_CHARACTERS_MAX = 60;

  private final List<SourceColumn> columns;
  private final Map<String, SourceColumn> byName = new HashMap<>();
  private final Map<String, String> expressions = new LinkedHashMap<>();
  private final Map<String, String> kept = new LinkedHashMap<>();
  private final Map<String, String> refusals = new LinkedHashMap<>();
  /** What is read of the file, once for each column and reading: the expressions above name these. */
  private final Map<String, String> readings = new LinkedHashMap<>();

  LineMapping(List<SourceColumn> columns) {
    this.columns = columns;
    for (SourceColumn column : columns) {
      byName.putIfAbsent(column.normalName(), column);
    }
  }

  List<SourceColumn> columns() {
    return columns;
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** The first of the columns that has a text; null when none has. */
  String text(String... names) {
    List<String> found = new ArrayList<>();
    for (String name : names) {
      SourceColumn column = byName.get(name);
      if (column != null) {
        found.add(read(textOf(column)));
      }
    }
    return anyOf(found);
  }

  /** The first of the expressions that is not null. */
  static String anyOf(List<String> candidates) {
    List<String> known = candidates.stream().filter(candidate -> !candidate.equals(NULL)).toList();
    return switch (known.size()) {
      case 0 -> NULL;
      case 1 -> known.getFirst();
      default -> "coalesce(" + String.join(", ", known) + ")";
    };
  }

  /** The text in a column; null where it is missing. */
  String text(SourceColumn column) {
    return read(textOf(column));
  }

  private static String textOf(SourceColumn column) {
    return column.type().equals("VARCHAR") ? "nullif(" + column.reference() + ", '')" : "nullif(CAST(" + column.reference() + " AS VARCHAR), '')";
  }

  /** The value of a key in a column of maps, in its own type or written as JSON; null when there is no such column. */
  String mapValue(String name, String key) {
    SourceColumn column = byName.get(name);
    return column == null ? NULL : "nullif(" + mapOf(column) + "[" + SqlText.literal(key) + "], '')";
  }

  /** A column of maps of texts, in its own type or written as JSON; a text that is no JSON object refuses its row. */
  String mapOf(SourceColumn column) {
    if (column.type().startsWith("MAP")) {
      return read("CAST(" + column.reference() + " AS " + CostLine.MAP + ")");
    }
    String map = read("TRY_CAST(TRY_CAST(" + textOf(column) + " AS JSON) AS " + CostLine.MAP + ")");
    refuseUnread(column, map, "is not a JSON object of texts");
    return map;
  }

  @Nullable SourceColumn column(String name) {
    return byName.get(name);
  }

  /** The decimal number in a column; null where it is missing. A text that is no number refuses its row. */
  String number(String name) {
    SourceColumn column = byName.get(name);
    if (column == null) {
      return NULL;
    }
    // Binary numbers go through their shortest decimal text, so that 0.1 is 0.1.
    String number = read("TRY_CAST(" + textOf(column) + " AS " + CostLine.DECIMAL + ")");
    refuseUnread(column, number, "is not a number of at most 23 digits before the point");
    return number;
  }

  /** The decimal number in a column, 0 where it is missing. */
  String numberOrZero(String name) {
    String number = number(name);
    return number.equals(NULL) ? "CAST(0 AS " + CostLine.DECIMAL + ")" : "coalesce(" + number + ", 0)";
  }

  /** The time in a column, in UTC. A text that is no time refuses its row. */
  String time(String name) {
    SourceColumn column = byName.get(name);
    if (column == null) {
      return NULL;
    }
    if (!column.type().equals("VARCHAR")) {
      return read(column.type().contains("WITH TIME ZONE")
          ? column.reference() + " AT TIME ZONE 'UTC'"
          : "CAST(" + column.reference() + " AS TIMESTAMP)");
    }
    String time = read("TRY_CAST(" + textOf(column) + " AS TIMESTAMPTZ) AT TIME ZONE 'UTC'");
    refuseUnread(column, time, "is not a date and time");
    return time;
  }

  /** Keeps a column of the file, if it has it, as the source writes it. */
  void keep(String name) {
    SourceColumn column = byName.get(name);
    if (column != null) {
      kept.putIfAbsent(CostLine.SOURCE_PREFIX + (column.name().indexOf('/') < 0 ? column.name() : name), read(textOf(column)));
    }
  }

  /** The columns of the line that are kept as the source writes them. */
  Set<String> keptColumns() {
    return kept.keySet();
  }

  /** Fills the column of a dimension. */
  void set(Dimension dimension, String expression) {
    set(Objects.requireNonNull(CostLine.columnOf(dimension)), expression);
  }

  /** Fills a column of the line. */
  void set(String lineColumn, String expression) {
    expressions.put(lineColumn, expression);
  }

  /** The month on whose bill the row stands. */
  void setBillingMonth(String time) {
    set(CostLine.BILLING_MONTH, "CAST(date_trunc('month', " + time + ") AS DATE)");
  }

  /** Refuses rows in which a column has nothing. */
  void require(String name) {
    SourceColumn column = Objects.requireNonNull(byName.get(name));
    refusals.put(read(textOf(column)) + " IS NULL", SqlText.literal("column " + column.name() + " is empty"));
  }

  private void refuseUnread(SourceColumn column, String value, String fault) {
    String written = column.type().equals("VARCHAR") ? read(textOf(column)) : read(column.reference());
    refusals.putIfAbsent(
        value + " IS NULL AND " + written + " IS NOT NULL",
        SqlText.literal("column " + column.name() + ": '") + " || left(CAST(" + written + " AS VARCHAR), " + SHOWN_CHARACTERS_MAX + ") || "
            + SqlText.literal("' " + fault));
  }

  private String read(String expression) {
    return readings.computeIfAbsent(expression, absent -> "read" + readings.size());
  }

  /** What is read of the file, as the columns of an inner query. */
  String readingExpressions() {
    return readings.entrySet().stream().map(reading -> reading.getKey() + " AS " + reading.getValue()).collect(Collectors.joining(",\n"));
  }

  /** The filled columns of the line with their names, over the columns of the inner query. */
  String lineExpressions() {
    Stream<String> filled = CostLine.COLUMNS.stream().filter(column -> !expressions.getOrDefault(column.name(), NULL).equals(NULL))
        .map(column -> "CAST(" + expressions.get(column.name()) + " AS " + column.type() + ") AS " + column.name());
    Stream<String> asWritten = kept.entrySet().stream().map(column -> column.getValue() + " AS " + SqlText.name(column.getKey()));
    return Stream.concat(filled, asWritten).collect(Collectors.joining(",\n"));
  }

  /** Why a row is refused; null for a row that is not. */
  String refusalExpression() {
    return refusals.isEmpty() ? NULL : refusals.entrySet().stream()
        .map(refusal -> "WHEN " + refusal.getKey() + " THEN " + refusal.getValue())
        .collect(Collectors.joining("\n", "CASE ", " END"));
  }

  /** A refusal of a whole file. */
  static Failure unusable(String fileName, String reason) {
    return SourceFile.invalid(fileName + " " + reason);
  }
}
