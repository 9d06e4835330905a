package bursar.storage.costs;

import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostImporter.Progress;
import bursar.domain.costs.CostSegment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One import while it runs: a staging database on disk with the rows of all files in one shape, from which the months are written, sorted by
 * day, account and service so that they compress and a question can skip what it does not need.
 */
final class ImportRun implements AutoCloseable {
  /** More months than any company has bills; a file that has more is damaged. */
  private static final int MONTHS_MAX = 600;

  private final CostFolder folder;
  private final CostImport begun;
  private final ImportRules rules;
  private final FileChannel lock;
  private final Connection connection;
  private final String staging;
  private final Set<String> formats = new LinkedHashSet<>();
  /** The columns kept as the sources write them; their case tells nothing apart. */
  private final Set<String> kept = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final List<CostImport.Refusal> refusals = new ArrayList<>();
  private final List<CostImport.Normalisation> normalisations = new ArrayList<>();
  private final List<CostImport.MonthTotal> totals = new ArrayList<>();
  private final List<String> written = new ArrayList<>();
  private int files;
  private long rowsStaged;
  private long rowsRejected;
  private long rowsRefused;

  ImportRun(CostEngine engine, CostFolder folder, CostImport begun, ImportRules rules) throws IOException, SQLException {
    this.folder = folder;
    this.begun = begun;
    this.rules = rules;
    this.lock = folder.lock(begun.importId());
    this.staging = "staging_" + begun.importId().replace('-', '_');
    Connection opened = null;
    boolean done = false;
    try {
      Files.createDirectories(folder.working(begun.importId()));
      opened = engine.connection();
      this.connection = opened;
      Path file = folder.working(begun.importId()).resolve("staging.duckdb");
      CostEngine.execute(opened, "ATTACH " + SqlText.literal(file.toString()) + " AS " + staging);
      CostEngine.execute(opened, "CREATE TABLE " + staged() + " (" + CostLine.DECLARATION + ", source_row BIGINT, refusal VARCHAR, leniences BIGINT)");
      done = true;
    } finally {
      if (!done) {
        if (opened != null) {
          opened.close();
        }
        lock.close();
        folder.clear(begun.importId());
      }
    }
  }

  private String staged() {
    return staging + ".main.staged";
  }

  /** Reads a file's rows; refuses a file that cannot be read as cost data. */
  void stage(SourceFile file, Progress progress) throws IOException, SQLException {
    SourceReading reading = SourceReading.of(file, folder.working(begun.importId()), ++files);
    long before = rowsStaged;
    LineMapping mapping;
    CostFormat format;
    try {
      mapping = new LineMapping(reading.columns(connection));
      format = CostFormat.of(mapping, file.name());
      format.fill(mapping);
      formats.add(format.title());
      kept.addAll(mapping.keptColumns());
      for (String column : mapping.keptColumns()) {
        CostEngine.execute(connection, "ALTER TABLE " + staged() + " ADD COLUMN IF NOT EXISTS " + SqlText.name(column) + " VARCHAR");
      }
      String sql = "INSERT INTO " + staged() + " BY NAME SELECT " + mapping.lineExpressions() + ",\nsource_row,\n"
          + mapping.refusalExpression() + " AS refusal,\n" + mapping.lenienceExpression() + " AS leniences\nFROM (SELECT " + reading.rowNumber() + " AS source_row,\n"
          + mapping.readingExpressions() + "\nFROM " + reading.relation() + ")";
      rowsStaged += RowProgress.insert(connection, sql, "reading " + file.name(), rowsRead(), reading.rowsTotal(connection), progress);
    } catch (SQLException e) {
      if (ImportRules.isAboutWriting(String.valueOf(e.getMessage()))) {
        throw e;
      }
      throw SourceFile.invalid(file.name() + " is damaged or cut off and cannot be read: " + reading.readable(e) + ".");
    }
    report(new StagedFile(connection, staged(), before, reading, reading.rejected(connection)), mapping, format);
    progress.at("reading " + file.name(), rowsRead(), -1);
  }

  private void report(StagedFile file, LineMapping mapping, CostFormat format) throws SQLException {
    List<CostImport.Refusal> rejected = file.rejected();
    rowsRejected += rejected.size();
    rowsRefused += rejected.size() + file.refusedRows();
    refusals.addAll(rejected);
    refusals.addAll(file.refusals());
    String name = file.reading().file().name();
    if (rowsStaged == file.before() && rejected.isEmpty()) {
      throw SourceFile.invalid(name + " has column names but no rows.");
    }
    normalisations.addAll(file.normalisations(mapping, rowsStaged - file.before()));
    if (format.ofOnePayer()) {
      rules.notePayers(name, file.payers());
    }
  }

  /** Refuses an import of which not one row could be read. */
  void refuseEmpty() {
    if (rowsRefused == rowsRead()) {
      CostImport.Refusal first = refusals.getFirst();
      throw SourceFile.invalid("None of the " + rowsRefused + " rows can be read. The first, row " + first.row() + " of " + first.file() + ": "
          + first.reason() + ".");
    }
  }

  /** Writes the file of each month, complete and on disk. */
  List<CostSegment> writeMonths(Progress progress) throws IOException, SQLException {
    Map<YearMonth, CostSegment> months = summarise();
    rules.refuseOtherMonths(months.keySet());
    if (months.size() > MONTHS_MAX) {
      throw SourceFile.invalid("The rows are of " + months.size() + " months, more than the " + MONTHS_MAX + " that one import may have.");
    }
    Files.createDirectories(folder.segment(begun.dataOwner().digits()));
    List<CostLine.Column> columns = filledColumns();
    for (CostSegment segment : months.values()) {
      progress.at("storing " + segment.month(), rowsRead(), rowsRead());
      write(segment, columns);
    }
    folder.syncNames(begun.dataOwner());
    return List.copyOf(months.values());
  }

  private Map<YearMonth, CostSegment> summarise() throws SQLException {
    Map<YearMonth, CostSegment> months = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT billing_month, currency, count(*), sum(unblended_cost), min(usage_start),"
            + " max(usage_start) FROM " + staged() + " WHERE refusal IS NULL GROUP BY ALL ORDER BY ALL")) {
      while (rows.next()) {
        YearMonth month = YearMonth.from(rows.getObject(1, Date.class).toLocalDate());
        BigDecimal sum = rows.getBigDecimal(4).stripTrailingZeros();
        totals.add(new CostImport.MonthTotal(month, rows.getString(2), sum, rows.getLong(3)));
        CostSegment part = new CostSegment(begun.dataOwner(), begun.dataSet(), month,
            CostFolder.segmentFileName(begun.dataOwner(), month, begun.importId()), begun.importId(), rows.getLong(3),
            Set.of(rows.getString(2)), instant(rows, 5), instant(rows, 6));
        months.merge(month, part, ImportRun::joined);
      }
    }
    return months;
  }

  private static Instant instant(ResultSet rows, int column) throws SQLException {
    return rows.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private static CostSegment joined(CostSegment one, CostSegment other) {
    Set<String> currencies = new LinkedHashSet<>(one.currencies());
    currencies.addAll(other.currencies());
    return new CostSegment(one.dataOwner(), one.dataSet(), one.month(), one.fileName(), one.importId(), one.rows() + other.rows(), currencies,
        one.firstStart().isBefore(other.firstStart()) ? one.firstStart() : other.firstStart(),
        one.lastStart().isAfter(other.lastStart()) ? one.lastStart() : other.lastStart());
  }

  private void write(CostSegment segment, List<CostLine.Column> columns) throws SQLException {
    String alias = "writing_" + begun.importId().replace('-', '_');
    String declaration = columns.stream().map(column -> SqlText.name(column.name()) + " " + column.type()).collect(Collectors.joining(", "));
    String names = columns.stream().map(column -> SqlText.name(column.name())).collect(Collectors.joining(", "));
    written.add(segment.fileName());
    CostEngine.execute(connection, "ATTACH " + SqlText.literal(folder.segment(segment.fileName()).toString()) + " AS " + alias);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE " + alias + ".main." + CostLine.TABLE + " (" + declaration + ")");
      long rows = statement.executeUpdate("INSERT INTO " + alias + ".main." + CostLine.TABLE + " SELECT " + names + " FROM " + staged()
          + " WHERE refusal IS NULL AND billing_month = DATE '" + segment.month().atDay(1)
          + "' ORDER BY CAST(usage_start AS DATE), linked_account, service, usage_type, operation, resource_id, usage_start");
      if (rows != segment.rows()) {
        throw new IllegalStateException("the month " + segment.month() + " has " + segment.rows() + " rows, but " + rows + " were written");
      }
      statement.execute("CHECKPOINT " + alias);
    } finally {
      CostEngine.execute(connection, "DETACH " + alias);
    }
  }

  /** The columns in which some row has something; the others are not worth their place in every month's file. */
  private List<CostLine.Column> filledColumns() throws SQLException {
    List<CostLine.Column> candidates = new ArrayList<>(CostLine.COLUMNS);
    kept.forEach(name -> candidates.add(new CostLine.Column(name, "VARCHAR")));
    String counts = candidates.stream().map(column -> switch (column.type()) {
      case CostLine.DECIMAL -> "count_if(" + column.name() + " <> 0)";
      case CostLine.MAP -> "count_if(cardinality(" + column.name() + ") > 0)";
      default -> "count(" + SqlText.name(column.name()) + ")";
    }).collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT " + counts + " FROM " + staged() + " WHERE refusal IS NULL")) {
      found.next();
      List<CostLine.Column> filled = new ArrayList<>();
      for (int at = 0; at < candidates.size(); at++) {
        if (found.getLong(at + 1) > 0) {
          filled.add(candidates.get(at));
        }
      }
      return filled;
    }
  }

  /** Removes the months' files, which will not be published. */
  void discardMonths() {
    written.forEach(folder::deleteSegment);
  }

  /** The record of the import once it has succeeded. */
  CostImport finished(Instant at) {
    return new CostImport(begun.importId(), begun.dataOwner(), begun.dataSet(), CostImport.Status.SUCCEEDED, begun.startedAt(), at, begun.by(),
        begun.paths(), String.join(", ", formats), rowsRead(), rowsRefused, refusals.stream().limit(CostImport.REFUSALS_KEPT).toList(), totals,
        null, normalisations.stream().limit(CostImport.REFUSALS_KEPT).toList(), rules.deliveries(), null);
  }

  private long rowsRead() {
    return rowsStaged + rowsRejected;
  }

  @Override
  public void close() throws IOException, SQLException {
    try {
      CostEngine.execute(connection, "DETACH " + staging);
    } finally {
      connection.close();
      lock.close();
      folder.clear(begun.importId());
    }
  }
}
