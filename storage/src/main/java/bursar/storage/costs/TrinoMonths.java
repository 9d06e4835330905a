package bursar.storage.costs;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostSegment;
import bursar.domain.costs.CostSegmentStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Months that lie as Parquet in a lake and are read by Trino: a table for each owner, divided by version of month. A question names the versions
 * it means, those published at one moment, so it never sees another.
 */
final class TrinoMonths implements PublishedMonths, ImportedMonths {
  /** All columns kept as the source writes them, as one map of their names and values. */
  private static final String SOURCE_COLUMNS = "source_columns";

  private final TrinoEngine trino;
  private final CostEngine writer;
  private final CostFolder folder;
  private final MonthLake lake;
  private final CostSegmentStore segments;
  /** The months that Trino knows of, with what was looked up of them: they never change. */
  private final Map<String, MonthKeys> known = new ConcurrentHashMap<>();
  private final Set<String> tables = ConcurrentHashMap.newKeySet();

  /** The keys of the maps of a month's lines by the map's column, once they were asked for. */
  private record MonthKeys(Map<String, List<String>> byMap) {}

  /**
   * Months.
   *
   * @param writer turns what imports write into Parquet
   * @param folder where imports write
   */
  TrinoMonths(TrinoEngine trino, CostEngine writer, CostFolder folder, MonthLake lake, CostSegmentStore segments) {
    this.trino = trino;
    this.writer = writer;
    this.folder = folder;
    this.lake = lake;
    this.segments = segments;
  }

  /** Makes sure that the cluster answers and has the schema. */
  void open() {
    trino.command("CREATE SCHEMA IF NOT EXISTS " + trino.catalog() + "." + trino.schema());
  }

  @Override
  public <T> T ask(Function<DSLContext, T> question) {
    return trino.ask(question);
  }

  @Override
  public Lease lease(AccountId owner, List<CostSegment> months) throws FileNotFoundException {
    List<String> names = months.stream().map(CostSegment::fileName).toList();
    ensureKnown(names);
    return new Leased(owner, names);
  }

  @Override
  public void retireAllBut(AccountId owner, List<CostSegment> published) {
    Set<String> kept = published.stream().map(CostSegment::fileName).collect(Collectors.toSet());
    known.keySet().removeIf(name -> MonthLake.ownerOf(name).equals(owner.digits()) && !kept.contains(name));
  }

  private static String tableOf(String owner) {
    return "lines_" + owner;
  }

  private static String literals(Collection<String> names) {
    return names.stream().map(MonthLake::versionOf).map(SqlText::literal).collect(Collectors.joining(", ", "(", ")"));
  }

  private void ensureKnown(List<String> names) throws FileNotFoundException {
    List<String> unknown = names.stream().filter(name -> !known.containsKey(name)).toList();
    if (unknown.isEmpty()) {
      return;
    }
    String owner = MonthLake.ownerOf(unknown.getFirst());
    ensureTable(owner);
    Set<String> there = new HashSet<>(trino.ask(dsl -> dsl.fetch("SELECT " + MonthLake.VERSION + " FROM \"" + tableOf(owner) + "$partitions\" WHERE "
        + MonthLake.VERSION + " IN " + literals(unknown)).into(String.class)));
    for (String name : unknown) {
      if (!there.contains(MonthLake.versionOf(name))) {
        if (!Files.exists(lake.path(name))) {
          throw new FileNotFoundException(name);
        }
        trino.command("CALL " + trino.catalog() + ".system.register_partition(" + SqlText.literal(trino.schema()) + ", "
            + SqlText.literal(tableOf(owner)) + ", ARRAY['" + MonthLake.VERSION + "'], ARRAY[" + SqlText.literal(MonthLake.versionOf(name)) + "], "
            + SqlText.literal(lake.location(name)) + ")");
      }
      known.putIfAbsent(name, new MonthKeys(new ConcurrentHashMap<>()));
    }
  }

  /** The owner's table, with the columns that a newer version of lines has added. */
  private void ensureTable(String owner) {
    String table = tableOf(owner);
    if (!tables.add(table)) {
      return;
    }
    boolean done = false;
    try {
      List<String> columns = CostLine.COLUMNS.stream().map(column -> SqlText.name(column.name()) + " " + typeOf(column)).toList();
      trino.command("CREATE TABLE IF NOT EXISTS " + table + " (" + String.join(", ", columns) + ", " + SOURCE_COLUMNS + " " + CostLine.MAP + ", "
          + MonthLake.VERSION + " VARCHAR) WITH (format = 'PARQUET', external_location = " + SqlText.literal(lake.location(owner))
          + ", partitioned_by = ARRAY['" + MonthLake.VERSION + "'])");
      Set<String> there = new HashSet<>(trino.ask(dsl -> dsl.fetch("SELECT column_name FROM " + trino.catalog()
          + ".information_schema.columns WHERE table_schema = " + SqlText.literal(trino.schema()) + " AND table_name = "
          + SqlText.literal(table)).into(String.class)));
      for (CostLine.Column column : CostLine.COLUMNS) {
        if (!there.contains(column.name())) {
          trino.command("ALTER TABLE " + table + " ADD COLUMN IF NOT EXISTS " + SqlText.name(column.name()) + " " + typeOf(column));
        }
      }
      done = true;
    } finally {
      if (!done) {
        tables.remove(table);
      }
    }
  }

  private static String typeOf(CostLine.Column column) {
    return column.type().equals("TIMESTAMP") ? "TIMESTAMP(6)" : column.type();
  }

  /** The keys of a map in the lines of these months, looked up in those months where they never were. */
  private List<String> keys(String owner, List<String> names, String map) {
    List<String> fresh = names.stream().filter(name -> !keysOf(name).byMap().containsKey(map)).toList();
    if (!fresh.isEmpty()) {
      Map<String, List<String>> found = trino.ask(dsl -> dsl.fetch("SELECT DISTINCT " + MonthLake.VERSION + ", map_key FROM " + tableOf(owner)
          + " CROSS JOIN UNNEST(map_keys(" + map + ")) AS u (map_key) WHERE " + MonthLake.VERSION + " IN " + literals(fresh))
          .intoGroups(row -> row.get(0, String.class), row -> row.get(1, String.class)));
      fresh.forEach(name -> keysOf(name).byMap().put(map, found.getOrDefault(MonthLake.versionOf(name), List.of())));
    }
    return names.stream().flatMap(name -> keysOf(name).byMap().getOrDefault(map, List.of()).stream()).distinct().sorted().toList();
  }

  private MonthKeys keysOf(String name) {
    return known.computeIfAbsent(name, absent -> new MonthKeys(new ConcurrentHashMap<>()));
  }

  @Override
  public List<CostSegment> keep(List<CostSegment> written) throws IOException, SQLException {
    List<CostSegment> kept = new ArrayList<>();
    List<String> names = new ArrayList<>();
    boolean done = false;
    try (Connection connection = writer.connection()) {
      for (CostSegment month : written) {
        String name = MonthLake.name(month.dataOwner().digits(), month.month().toString(), month.importId());
        names.add(name);
        Path parquet = folder.working(month.importId()).resolve("lines.parquet");
        write(connection, folder.segment(month.fileName()), parquet);
        lake.put(name, parquet);
        Files.delete(parquet);
        folder.deleteSegment(month.fileName());
        kept.add(new CostSegment(month.dataOwner(), month.dataSet(), month.month(), name, month.importId(), month.rows(), month.currencies(),
            month.firstStart(), month.lastStart()));
      }
      ensureKnown(names);
      done = true;
    } finally {
      if (!done) {
        names.forEach(lake::remove);
      }
    }
    return kept;
  }

  /** Writes a month's file anew as Parquet: every column of a line, and those of its source as one map. */
  private static void write(Connection connection, Path month, Path parquet) throws SQLException {
    CostEngine.execute(connection, "ATTACH " + SqlText.literal(month.toString()) + " AS leaving (READ_ONLY)");
    try {
      MonthTable table = MonthTable.attached(connection, "leaving");
      List<String> sources = table.sourceColumns().toList();
      Set<String> wanted = new TreeSet<>();
      CostLine.COLUMNS.forEach(column -> wanted.add(column.name()));
      sources.forEach(source -> wanted.add(CostLine.SOURCE_PREFIX + source));
      String columns = CostLine.COLUMNS.stream()
          .map(column -> "CAST(" + column.name() + " AS " + column.type() + ") AS " + column.name()).collect(Collectors.joining(", "));
      String entries = sources.stream().map(source -> "{'k': " + SqlText.literal(source) + ", 'v': " + SqlText.name(CostLine.SOURCE_PREFIX + source)
          + "}").collect(Collectors.joining(", "));
      String map = sources.isEmpty() ? "CAST(MAP {} AS " + CostLine.MAP + ")"
          : "map_from_entries(list_filter([" + entries + "], lambda entry: entry.v IS NOT NULL))";
      CostEngine.execute(connection, "COPY (SELECT " + columns + ", " + map + " AS " + SOURCE_COLUMNS + " FROM (" + table.reading(wanted) + ")) TO "
          + SqlText.literal(parquet.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
    } finally {
      CostEngine.execute(connection, "DETACH leaving");
    }
  }

  @Override
  public void remove(String fileName) {
    if (!MonthLake.isName(fileName)) {
      folder.deleteSegment(fileName);
      return;
    }
    known.remove(fileName);
    try {
      forget(MonthLake.ownerOf(fileName), MonthLake.versionOf(fileName));
    } catch (DataAccessException | IllegalStateException | Failure e) {
      // Nobody needs the month, whether Trino answers now or not: it goes when the costs are opened the next time.
      return;
    }
    lake.remove(fileName);
  }

  private void forget(String owner, String version) {
    ensureTable(owner);
    boolean there = !trino.ask(dsl -> dsl.fetch("SELECT 1 FROM \"" + tableOf(owner) + "$partitions\" WHERE " + MonthLake.VERSION + " = "
        + SqlText.literal(version))).isEmpty();
    if (there) {
      trino.command("CALL " + trino.catalog() + ".system.unregister_partition(" + SqlText.literal(trino.schema()) + ", "
          + SqlText.literal(tableOf(owner)) + ", ARRAY['" + MonthLake.VERSION + "'], ARRAY[" + SqlText.literal(version) + "])");
    }
  }

  @Override
  public void collect(Supplier<Set<String>> needed) {
    List<String> names = lake.names();
    Set<String> kept = needed.get();
    names.stream().filter(name -> !kept.contains(name) && !folder.running(MonthLake.importOf(name))).forEach(this::remove);
    folder.collect(() -> kept);
  }

  private final class Leased implements Lease {
    private final String owner;
    private final List<String> names;

    private Leased(AccountId owner, List<String> names) {
      this.owner = owner.digits();
      this.names = names;
    }

    @Override
    public boolean isEmpty() {
      return names.isEmpty();
    }

    @Override
    public Table<?> lines(Set<String> columns) {
      String all = columns.stream().map(this::column).collect(Collectors.joining(", "));
      return DSL.table("(SELECT " + all + " FROM " + tableOf(owner) + " WHERE " + MonthLake.VERSION + " IN " + literals(names) + ")").as("lines");
    }

    /** The column, with nothing where a month was written before lines had it. */
    private String column(String name) {
      CostLine.Column line = CostLine.named(name);
      String value;
      if (line == null) {
        List<String> entries = sourceColumns().stream().filter(source -> (CostLine.SOURCE_PREFIX + source).equalsIgnoreCase(name))
            .map(source -> "element_at(" + SOURCE_COLUMNS + ", " + SqlText.literal(source) + ")").toList();
        value = switch (entries.size()) {
          case 0 -> "CAST(NULL AS VARCHAR)";
          case 1 -> entries.getFirst();
          default -> "coalesce(" + String.join(", ", entries) + ")";
        };
      } else if (line.type().equals(CostLine.DECIMAL)) {
        value = "coalesce(" + line.name() + ", " + line.nothing() + ")";
      } else {
        value = line.type().equals(CostLine.MAP) ? "coalesce(" + line.name() + ", CAST(MAP() AS " + CostLine.MAP + "))" : line.name();
      }
      return value + " AS " + SqlText.name(name);
    }

    @Override
    public List<String> sourceColumns() {
      return names.isEmpty() ? List.of() : keys(owner, names, SOURCE_COLUMNS);
    }

    @Override
    public List<String> tags(String lowerCaseKey) {
      return keysSpelled(CostLine.TAGS, lowerCaseKey);
    }

    @Override
    public List<String> sourceCategories(String lowerCaseName) {
      return keysSpelled(CostLine.SOURCE_CATEGORIES, lowerCaseName);
    }

    private List<String> keysSpelled(String map, String lowerCaseKey) {
      return names.isEmpty() ? List.of()
          : keys(owner, names, map).stream().filter(key -> key.toLowerCase(Locale.ROOT).equals(lowerCaseKey)).toList();
    }

    /** A month is removed only after it is needed no more; a question that ended while it was needed saw it. */
    @Override
    public boolean isWhole() {
      return segments.fileNames().containsAll(names);
    }

    @Override
    public void close() {
      // Trino holds nothing between questions.
    }
  }
}
