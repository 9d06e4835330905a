package bursar.storage.state;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The state database: SQLite in one file, or PostgreSQL.
 *
 * <p>Writing needs {@link #inTransaction}; outside one, {@link #dsl()} reads only and the database refuses a write. Transactions run one at
 * a time on both databases, over all processes that share one, so what a work has read stays true until it ends. Durable: SQLite keeps a
 * write-ahead log with {@code synchronous=FULL}, PostgreSQL its defaults.
 */
public final class Database implements Transactions, AutoCloseable {
  private static final int READING_CONNECTIONS_MAX = 8;
  private static final int POSTGRESQL_CONNECTIONS_MAX = 16;
  private static final int BUSY_MILLIS_MAX = 15_000;
  private static final int LOCK_MILLIS_MAX = 30_000;
  /** Any number would do, as long as every process of this product takes the same one. */
  private static final long WRITER_LOCK = 0x6275_7273_6172L;

  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private final SQLDialect dialect;
  private final Settings settings =
      new Settings().withRenderQuotedNames(RenderQuotedNames.NEVER).withExecuteLogging(false).withRenderSchema(false);
  private final ConnectionPool reading;
  private final ConnectionPool writing;
  private final Lock writer = new ReentrantLock(true);
  private final DSLContext outsideTransactions;
  private final ThreadLocal<@Nullable Open> open = new ThreadLocal<>();

  private static final class Open {
    final DSLContext dsl;
    final Connection connection;
    boolean doomed;

    Open(DSLContext dsl, Connection connection) {
      this.dsl = dsl;
      this.connection = connection;
    }
  }

  private Database(SQLDialect dialect, ConnectionPool reading, ConnectionPool writing) {
    this.dialect = dialect;
    this.reading = reading;
    this.writing = writing;
    this.outsideTransactions = DSL.using(new DefaultConfiguration().set(dialect).set(settings).set(reading));
  }

  /**
   * Opens, or creates, a SQLite database and brings its schema up to date.
   *
   * @param file the database file; its folder is created when missing
   */
  public static Database sqlite(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of the database " + file + " could not be created.", e);
    }
    String url = "jdbc:sqlite:" + file.toAbsolutePath();
    migrate(url, null, null, Map.of("bytes", "BLOB", "ordered", "TEXT", "serial", "INTEGER PRIMARY KEY AUTOINCREMENT"));
    ConnectionPool writing = new ConnectionPool(1, () -> sqliteConnection(url, false));
    ConnectionPool reading = new ConnectionPool(READING_CONNECTIONS_MAX, () -> sqliteConnection(url, true));
    return new Database(SQLDialect.SQLITE, reading, writing);
  }

  /**
   * Connects to a PostgreSQL database and brings its schema up to date.
   *
   * @param url a JDBC address, {@code jdbc:postgresql://host:port/database}
   * @param user the role to sign in as; it must be allowed to create tables
   * @param password the role's password, empty when none is needed
   */
  public static Database postgresql(String url, String user, String password) {
    migrate(
        url,
        user,
        password,
        Map.of("bytes", "BYTEA", "ordered", "TEXT COLLATE \"C\"", "serial", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"));
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "bursar");
    properties.setProperty("tcpKeepAlive", "true");
    ConnectionPool writing = new ConnectionPool(POSTGRESQL_CONNECTIONS_MAX, () -> postgresqlConnection(url, properties, false));
    ConnectionPool reading = new ConnectionPool(POSTGRESQL_CONNECTIONS_MAX, () -> postgresqlConnection(url, properties, true));
    return new Database(SQLDialect.POSTGRES, reading, writing);
  }

  private static void migrate(String url, @Nullable String user, @Nullable String password, Map<String, String> placeholders) {
    try {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(url, user, password)
          .locations("classpath:bursar/storage/state/migrations")
          .placeholders(placeholders)
          .validateMigrationNaming(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new Failure("ValidationException", "The state database " + url + " could not be opened: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static Connection sqliteConnection(String url, boolean readingOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS_MAX);
    config.enforceForeignKeys(true);
    config.setTransactionMode(readingOnly ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
    Connection connection = DriverManager.getConnection(url, config.toProperties());
    if (readingOnly) {
      execute(connection, "PRAGMA query_only = ON");
    } else {
      connection.setAutoCommit(false);
    }
    return connection;
  }

  private static Connection postgresqlConnection(String url, Properties properties, boolean readingOnly) throws SQLException {
    Connection connection = DriverManager.getConnection(url, properties);
    if (readingOnly) {
      execute(connection, "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
    } else {
      execute(connection, "SET lock_timeout = " + LOCK_MILLIS_MAX);
      connection.setAutoCommit(false);
    }
    return connection;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Where statements run: in the transaction that is open on the calling thread, else each for itself, reading only.
   *
   * <p>The answer is good for the next statements only and must not be kept.
   */
  public DSLContext dsl() {
    Open current = open.get();
    return current == null ? outsideTransactions : current.dsl;
  }

  /** The first row a statement answers; none when a value holds the character NUL, which no database keeps in text. */
  Optional<Record> one(String sql, @Nullable Object... values) {
    for (Object value : values) {
      if (value instanceof String text && text.indexOf('\0') >= 0) {
        return Optional.empty();
      }
    }
    return rows(sql, values).stream().findFirst();
  }

  /** Every row a statement answers. */
  Result<Record> all(String sql, @Nullable Object... values) {
    return rows(sql, values);
  }

  private Result<Record> rows(String sql, @Nullable Object... values) {
    return run(statements -> statements.rows(outsideTransactions, sql, values));
  }

  private interface Run<T> {
    T with(PreparedStatements statements) throws SQLException;
  }

  /** In the transaction that is open on the calling thread, else on a connection that only reads. */
  private <T> T run(Run<T> work) {
    Open current = open.get();
    Connection connection = current == null ? reading.acquire() : current.connection;
    try {
      return work.with((current == null ? reading : writing).statements(connection));
    } catch (SQLException e) {
      throw new DataAccessException("The state could not be read or written: " + e.getMessage(), e);
    } finally {
      if (current == null) {
        reading.release(connection);
      }
    }
  }

  /** The number in the column {@code n} of the one row a statement answers. */
  int count(String sql, @Nullable Object... values) {
    return one(sql, values).map(row -> (int) Columns.number(row, "n")).orElse(0);
  }

  /** Runs a statement that writes, and says how many rows it touched. Needs an open transaction. */
  int write(String sql, @Nullable Object... values) {
    return run(statements -> statements.write(sql, values));
  }

  /** Runs a statement that writes once for each row of values, in one go. Needs an open transaction. */
  void writeAll(String sql, List<@Nullable Object[]> rows) {
    var unused = run(statements -> {
      statements.writeAll(sql, rows);
      return rows;
    });
  }

  /** The dialect the statements are rendered in: SQLITE or POSTGRES. */
  public SQLDialect dialect() {
    return dialect;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    Open outer = open.get();
    if (outer != null) {
      return joined(outer, work);
    }
    if (dialect != SQLDialect.SQLITE) {
      return alone(work);
    }
    writer.lock();
    try {
      return alone(work);
    } finally {
      writer.unlock();
    }
  }

  private static <T> T joined(Open outer, Supplier<T> work) {
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      outer.doomed |= !done;
    }
  }

  private <T> T alone(Supplier<T> work) {
    Connection connection = writing.acquire();
    boolean known = false;
    try {
      T result = committed(connection, work);
      known = true;
      return result;
    } catch (SQLException e) {
      throw new DataAccessException("The transaction could not be stored: " + e.getMessage(), e);
    } finally {
      open.remove();
      if (known || rolledBack(connection)) {
        writing.release(connection);
      } else {
        writing.discard(connection);
      }
    }
  }

  private <T> T committed(Connection connection, Supplier<T> work) throws SQLException {
    if (dialect == SQLDialect.POSTGRES) {
      execute(connection, "SELECT pg_advisory_xact_lock(" + WRITER_LOCK + ")");
    }
    Open mine = new Open(DSL.using(connection, dialect, settings), connection);
    open.set(mine);
    T result = work.get();
    if (mine.doomed) {
      throw new IllegalStateException("A part of this transaction failed, so none of it may be stored.");
    }
    connection.commit();
    return result;
  }

  private static boolean rolledBack(Connection connection) {
    try {
      connection.rollback();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
