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
import java.util.regex.Pattern;
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
  private static final String NO_TIME = "is not a date and time of the years 2000 to 2199";
  private static final int LENIENCES_MAX = 60;
  private static final Pattern TIMES = Pattern.compile("TIMESTAMP(_S|_MS|_NS)?|TIMESTAMP WITH TIME ZONE|DATE");
  /** An amount as spreadsheets write it, with a decimal point. */
  private static final String MONEY = "\\s*[-+]?\\s*[$€£¥]?\\s*[-+]?\\d{1,3}(,\\d{3})*(\\.\\d+)?\\s*";
  private static final String MONEY_SIGNS = "[$€£¥,\\s]";

  private final List<SourceColumn> columns;
  private final Map<String, SourceColumn> byName = new HashMap<>();
  private final Map<String, String> expressions = new LinkedHashMap<>();
  private final Map<String, String> kept = new LinkedHashMap<>();
  private final Map<String, String> refusals = new LinkedHashMap<>();
  /** What is read of the file, once for each column and reading: the expressions above name these. */
  private final Map<String, String> readings = new LinkedHashMap<>();

  /** What is read although it is not written as prescribed, each with the reading that tells whether a row has it. */
  private final Map<String, Lenience> leniences = new LinkedHashMap<>();
  private final Map<String, String> notes = new LinkedHashMap<>();
  private boolean lenient;
  private @Nullable String slashOrder;

  /**
   * A way of writing that is read although it is not the prescribed one.
   *
   * @param column the column; null when it is about several
   * @param what what was done, as a phrase
   */
  record Lenience(@Nullable SourceColumn column, String what) {}

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

  /** From now on amounts and times are read also when they are not written as FOCUS prescribes, and this is counted. */
  void beLenient() {
    lenient = true;
  }

  /** Says something of the whole file, about a column it should have. */
  void note(String column, String what) {
    notes.put(column, what);
  }

  Map<String, String> notes() {
    return notes;
  }

  /** The ways of writing that are counted, in the order of their bits in {@link #lenienceExpression}. */
  List<Lenience> leniences() {
    return List.copyOf(leniences.values());
  }

  private void allow(String reading, Lenience lenience) {
    if (leniences.size() < LENIENCES_MAX) {
      leniences.putIfAbsent(reading, lenience);
    }
  }

  /** Counts rows in which a text file says the bare word NULL for a missing value in one of the columns read so far. */
  void allowBareNulls() {
    List<SourceColumn> texts = columns.stream().filter(column -> readings.containsKey(textOf(column))).toList();
    if (!texts.isEmpty()) {
      String any = texts.stream().map(column -> column.reference() + " IS NULL").collect(Collectors.joining(" OR ", "(", ")"));
      allow(read(any), new Lenience(null, "the bare word NULL read as a missing value"));
    }
  }

  /** The decimal number in a column; null where it is missing. A text that is no number refuses its row. */
  String number(String name) {
    SourceColumn column = byName.get(name);
    if (column == null) {
      return NULL;
    }
    // Binary numbers go through their shortest decimal text, so that 0.1 is 0.1.
    String plain = "TRY_CAST(" + textOf(column) + " AS " + CostLine.DECIMAL + ")";
    String number;
    if (lenient && column.type().equals("VARCHAR")) {
      String money = "CASE WHEN regexp_full_match(" + textOf(column) + ", " + SqlText.literal(MONEY) + ") THEN regexp_replace("
          + textOf(column) + ", " + SqlText.literal(MONEY_SIGNS) + ", '', 'g') END";
      number = read("coalesce(" + plain + ", TRY_CAST(" + money + " AS " + CostLine.DECIMAL + "))");
      allow(read("CASE WHEN " + plain + " IS NULL THEN regexp_full_match(" + textOf(column) + ", " + SqlText.literal(MONEY) + ") END"),
          new Lenience(column, "amount read without currency sign and thousands separators"));
    } else {
      number = read(plain);
    }
    refuseUnread(column, number, "is not a number of at most 23 digits before the point");
    return number;
  }

  /** The decimal number in a column, 0 where it is missing. */
  String numberOrZero(String name) {
    String number = number(name);
    return number.equals(NULL) ? "CAST(0 AS " + CostLine.DECIMAL + ")" : "coalesce(" + number + ", 0)";
  }

  /** The time in a column, in UTC. What is no time between the years 2000 and 2199 refuses its row. */
  String time(String name) {
    SourceColumn column = byName.get(name);
    if (column == null) {
      return NULL;
    }
    String time = timeIn(column);
    refuseUnread(column, time, NO_TIME);
    return time;
  }

  /** The time in a column that a row can do without: what is no time is missing, and this is counted. */
  String timeIfReadable(String name) {
    SourceColumn column = byName.get(name);
    if (column == null) {
      return NULL;
    }
    String time = timeIn(column);
    allow(time + " IS NULL AND " + asWritten(column) + " IS NOT NULL", new Lenience(column, NO_TIME + ", and was left out"));
    return time;
  }

  private String timeIn(SourceColumn column) {
    boolean text = column.type().equals("VARCHAR");
    String written = !TIMES.matcher(column.type()).matches() ? "TRY_CAST(" + textOf(column) + " AS TIMESTAMPTZ) AT TIME ZONE 'UTC'"
        : column.type().contains("WITH TIME ZONE") ? column.reference() + " AT TIME ZONE 'UTC'"
        : "CAST(" + column.reference() + " AS TIMESTAMP)";
    String plain = "CASE WHEN " + written + " BETWEEN TIMESTAMP '2000-01-01 00:00:00' AND TIMESTAMP '2199-12-31 23:59:59' THEN " + written + " END";
    String time = read(slashOrder == null || !text ? plain : "coalesce(" + plain + ", " + slashDate(textOf(column), slashOrder) + ")");
    if (lenient && text) {
      String at = textOf(column);
      allow(read("CASE WHEN " + at + " IS NULL THEN false ELSE NOT (length(" + at + ") = 20 AND substr(" + at + ", 11, 1) = 'T' AND substr("
          + at + ", 20, 1) = 'Z') END"), new Lenience(column, "date and time not written as YYYY-MM-DDTHH:MM:SSZ, read as UTC"));
    }
    return time;
  }

  /**
   * Lets times be read that are written with slashes, as spreadsheets write them. A row's billing period begins and ends with the first day of
   * a month, which tells whether the day or the month stands first; a row in which both could be is not read so.
   */
  void readSlashDates(String periodStart, String periodEnd) {
    SourceColumn start = byName.get(periodStart);
    SourceColumn end = byName.get(periodEnd);
    if (start == null || end == null || !start.type().equals("VARCHAR") || !end.type().equals("VARCHAR")) {
      return;
    }
    String dayLast = both(start, end, "\\d{1,2}/0?1/\\d{2,4}");
    String dayFirst = both(start, end, "0?1/\\d{1,2}/\\d{2,4}");
    slashOrder = "CASE WHEN " + dayLast + " AND NOT " + dayFirst + " THEN 'm' WHEN " + dayFirst + " AND NOT " + dayLast + " THEN 'd' END";
  }

  private static String both(SourceColumn start, SourceColumn end, String pattern) {
    return "(regexp_full_match(" + textOf(start) + ", '" + pattern + "') AND regexp_full_match(" + textOf(end) + ", '" + pattern + "'))";
  }

  private static String slashDate(String text, String order) {
    return "CASE " + order + " WHEN 'm' THEN coalesce(try_strptime(" + text + ", '%-m/%-d/%y'), try_strptime(" + text + ", '%-m/%-d/%Y'))"
        + " WHEN 'd' THEN coalesce(try_strptime(" + text + ", '%-d/%-m/%y'), try_strptime(" + text + ", '%-d/%-m/%Y')) END";
  }

  /** Refuses rows whose period ends before it begins. */
  void refuseNegative(String startName, String endName) {
    SourceColumn start = byName.get(startName);
    SourceColumn end = byName.get(endName);
    if (start != null && end != null) {
      refusals.putIfAbsent(timeIfReadable(endName) + " < " + time(startName),
          SqlText.literal("column " + end.name() + ": the period ends before it begins (column " + start.name() + ")"));
    }
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
    refusals.put(asWritten(column) + " IS NULL", SqlText.literal("column " + column.name() + " is empty"));
  }

  /** What a column has, null where it is missing: its text, or a value of its own type, which need not be made a text. */
  private String asWritten(SourceColumn column) {
    return column.type().equals("VARCHAR") ? read(textOf(column)) : read(column.reference());
  }

  private void refuseUnread(SourceColumn column, String value, String fault) {
    String written = asWritten(column);
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

  /** Which of the {@link #leniences} a row needed, as the sum of 2 to the power of their places; null for a row that needed none. */
  String lenienceExpression() {
    List<String> bits = new ArrayList<>();
    for (String reading : leniences.keySet()) {
      bits.add("CASE WHEN " + reading + " THEN " + (1L << bits.size()) + " ELSE 0 END");
    }
    return bits.isEmpty() ? NULL : "nullif(CAST(" + String.join(" + ", bits) + " AS BIGINT), 0)";
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
