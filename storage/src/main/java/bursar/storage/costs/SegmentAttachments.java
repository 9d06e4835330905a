package bursar.storage.costs;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostSegment;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which months' files are attached to the engine, read-only. A file stays attached after a question, for the next one; once it is replaced it
 * is detached as soon as no question reads it.
 */
final class SegmentAttachments {
  private final CostEngine engine;
  private final CostFolder folder;
  private final Map<String, Attachment> byFileName = new HashMap<>();
  private long named;

  private static final class Attachment {
    final MonthTable table;
    int leases;
    boolean retired;

    Attachment(MonthTable table) {
      this.table = table;
    }
  }

  /** The right to read some months until closed. */
  final class Lease implements AutoCloseable, RowRuleSql.Names {
    private final List<String> fileNames;
    private final List<MonthTable> tables;

    private Lease(List<String> fileNames, List<MonthTable> tables) {
      this.fileNames = fileNames;
      this.tables = tables;
    }

    /** The tables of lines. */
    List<MonthTable> tables() {
      return List.copyOf(tables);
    }

    @Override
    public List<String> tags(String lowerCaseKey) {
      return keys(CostLine.TAGS, lowerCaseKey);
    }

    @Override
    public List<String> sourceCategories(String lowerCaseName) {
      return keys(CostLine.SOURCE_CATEGORIES, lowerCaseName);
    }

    private List<String> keys(String map, String lowerCaseKey) {
      Set<String> found = new TreeSet<>();
      for (MonthTable table : tables) {
        table.keys(map, engine).stream().filter(key -> key.toLowerCase(Locale.ROOT).equals(lowerCaseKey)).forEach(found::add);
      }
      return List.copyOf(found);
    }

    @Override
    public void close() {
      release(fileNames);
    }
  }

  SegmentAttachments(CostEngine engine, CostFolder folder) {
    this.engine = engine;
    this.folder = folder;
  }

  /**
   * Attaches the months and keeps them attached until the lease is closed.
   *
   * @throws FileNotFoundException when one of the files has been replaced meanwhile
   */
  synchronized Lease lease(List<CostSegment> segments) throws FileNotFoundException {
    List<String> fileNames = new ArrayList<>();
    List<MonthTable> tables = new ArrayList<>();
    boolean done = false;
    try {
      for (CostSegment segment : segments) {
        Attachment attachment = attached(segment.fileName());
        attachment.leases++;
        fileNames.add(segment.fileName());
        tables.add(attachment.table);
      }
      done = true;
      return new Lease(fileNames, tables);
    } finally {
      if (!done) {
        release(fileNames);
      }
    }
  }

  private Attachment attached(String fileName) throws FileNotFoundException {
    Attachment known = byFileName.get(fileName);
    if (known != null) {
      return known;
    }
    Path file = folder.segment(fileName);
    String alias = "month" + ++named;
    try {
      engine.command("ATTACH " + SqlText.literal(file.toString()) + " AS " + alias + " (READ_ONLY)");
    } catch (SQLException e) {
      if (!Files.exists(file)) {
        throw new FileNotFoundException(fileName);
      }
      throw new IllegalStateException("The cost file " + file + " cannot be opened: " + e.getMessage(), e);
    }
    Attachment attachment = new Attachment(new MonthTable(alias, columns(alias)));
    byFileName.put(fileName, attachment);
    return attachment;
  }

  private List<String> columns(String alias) {
    try {
      return engine.texts("SELECT column_name FROM duckdb_columns() WHERE database_name = " + SqlText.literal(alias) + " AND table_name = "
          + SqlText.literal(CostLine.TABLE) + " ORDER BY column_index");
    } catch (SQLException e) {
      throw new IllegalStateException("The columns of a month's file cannot be read: " + e.getMessage(), e);
    }
  }

  private synchronized void release(List<String> fileNames) {
    for (String fileName : fileNames) {
      Attachment attachment = byFileName.get(fileName);
      if (attachment != null && --attachment.leases == 0 && attachment.retired) {
        detach(fileName, attachment);
      }
    }
  }

  /** Lets go of what is attached of an owner and no longer published, now or when its last reader is done. */
  synchronized void retireAllBut(AccountId owner, List<CostSegment> published) {
    Set<String> kept = new HashSet<>();
    published.forEach(segment -> kept.add(segment.fileName()));
    for (String fileName : List.copyOf(byFileName.keySet())) {
      if (fileName.startsWith(owner + "/") && !kept.contains(fileName)) {
        Attachment attachment = java.util.Objects.requireNonNull(byFileName.get(fileName));
        attachment.retired = true;
        if (attachment.leases == 0) {
          detach(fileName, attachment);
        }
      }
    }
  }

  private void detach(String fileName, Attachment attachment) {
    byFileName.remove(fileName);
    try {
      engine.command("DETACH " + attachment.table.alias());
    } catch (SQLException e) {
      throw new IllegalStateException("The cost file " + fileName + " cannot be let go: " + e.getMessage(), e);
    }
  }
}
