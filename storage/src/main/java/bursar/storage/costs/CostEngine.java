package bursar.storage.costs;

import bursar.domain.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * One DuckDB in memory, to which the files of months are attached; all connections to it see the same attachments.
 *
 * <p>It uses at most {@value #MEMORY} of memory and spills the rest into a folder of its own.
 */
final class CostEngine implements AutoCloseable {
  static final String MEMORY = "2GB";
  /** Cost Explorer's code for a question that asks for too much. */
  private static final String TOO_MUCH = "LimitExceededException";

  private static final int IDLE_CONNECTIONS_MAX = 16;
  static final int QUESTION_SECONDS_MAX = 30;
  private static final int QUESTIONS_AT_ONCE = 4;

  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private final DuckDBConnection root;
  private final int secondsMax;
  private final Settings settings;
  /** Each question uses every processor; more at a time would only make all of them slow. */
  private final Semaphore turns = new Semaphore(QUESTIONS_AT_ONCE, true);
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

  /**
   * Starts the engine.
   *
   * @param secondsMax how long a question may take, and how long it may wait for its turn
   */
  CostEngine(Path spillFolder, int secondsMax) {
    this.secondsMax = secondsMax;
    settings = new Settings().withExecuteLogging(false).withQueryTimeout(secondsMax);
    try {
      Files.createDirectories(spillFolder);
      root = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
      execute(root, "SET GLOBAL memory_limit = '" + MEMORY + "'");
      execute(root, "SET GLOBAL temp_directory = " + SqlText.literal(spillFolder.toAbsolutePath().toString()));
      execute(root, "SET GLOBAL autoinstall_known_extensions = false");
      execute(root, "SET GLOBAL autoload_known_extensions = false");
      execute(root, "SET GLOBAL TimeZone = 'UTC'");
    } catch (SQLException e) {
      throw new IllegalStateException("The cost engine did not start: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection of one's own, to be closed. */
  Connection connection() throws SQLException {
    Connection connection = root.duplicate();
    execute(connection, "SET TimeZone = 'UTC'");
    return connection;
  }

  /**
   * Runs questions on a connection that is lent for them.
   *
   * @throws Failure LimitExceededException when it takes too long
   */
  <T> T ask(Function<DSLContext, T> work) {
    awaitTurn();
    try {
      Connection lent = idle.poll();
      if (lent == null) {
        lent = connection();
      }
      try {
        T answer = work.apply(DSL.using(lent, SQLDialect.DUCKDB, settings));
        if (idle.size() < IDLE_CONNECTIONS_MAX) {
          idle.push(lent);
          lent = null;
        }
        return answer;
      } finally {
        if (lent != null) {
          lent.close();
        }
      }
    } catch (DataAccessException e) {
      throw wasEnded(e) ? tooLong() : e;
    } catch (SQLException e) {
      throw new IllegalStateException("The cost engine failed: " + e.getMessage(), e);
    } finally {
      turns.release();
    }
  }

  private void awaitTurn() {
    try {
      if (turns.tryAcquire(secondsMax, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Failure(TOO_MUCH, "Other questions about costs kept this server busy for " + secondsMax + " seconds. Ask again in a moment.");
  }

  /** Whether the engine ended the question because its time was up, rather than failed. */
  private static boolean wasEnded(DataAccessException e) {
    return e.getCause() instanceof SQLTimeoutException
        || (e.getCause() instanceof SQLException cause && String.valueOf(cause.getMessage()).startsWith("INTERRUPT Error"));
  }

  private Failure tooLong() {
    return new Failure(TOO_MUCH, "The question took longer than " + secondsMax + " seconds. Ask for fewer days, or fewer groups.");
  }

  /** Runs a statement of the engine's own, such as attaching a file. */
  synchronized void command(String sql) throws SQLException {
    execute(root, sql);
  }

  /** The first column of what a statement of the engine's own answers. */
  synchronized List<String> texts(String sql) throws SQLException {
    try (Statement statement = root.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    try {
      for (Connection connection : idle) {
        connection.close();
      }
      root.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The cost engine did not stop: " + e.getMessage(), e);
    }
  }
}
