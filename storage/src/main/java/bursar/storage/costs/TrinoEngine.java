package bursar.storage.costs;

import bursar.domain.Failure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A Trino cluster, reached through its coordinator. A question that a lost worker took down with it is asked again until the cluster has
 * noticed, for the answer is the same on the workers that are left.
 */
final class TrinoEngine {
  private static final String TOO_MUCH = "LimitExceededException";
  private static final int QUESTIONS_AT_ONCE = 16;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Pattern URL = Pattern.compile("jdbc:trino://[^/?]+/([A-Za-z0-9_]+)/([A-Za-z0-9_]+)(\\?.*)?");

  /**
   * The errors of a cluster that has lost a node, or is only starting: TOO_MANY_REQUESTS_FAILED, PAGE_TRANSPORT_ERROR, PAGE_TRANSPORT_TIMEOUT,
   * NO_NODES_AVAILABLE, REMOTE_TASK_ERROR, REMOTE_TASK_MISMATCH, SERVER_SHUTTING_DOWN, REMOTE_BUFFER_CLOSE_FAILED, SERVER_STARTING_UP,
   * ABANDONED_TASK and REMOTE_HOST_GONE. Source: Trino's StandardErrorCode.
   */
  private static final Set<Integer> LOST_A_PART = Set.of(65537, 65539, 65540, 65541, 65542, 65544, 65545, 65547, 65548, 65553, 65558);

  /** The first and the last of the errors of a cluster that has too little of something: memory, time, room in its queue. */
  private static final int TOO_LITTLE_FIRST = 0x0002_0000;

  private static final int TOO_LITTLE_LAST = 0x0002_FFFF;

  private final String url;
  private final String catalog;
  private final String schema;
  private final Properties properties = new Properties();
  private final int secondsMax;
  private final Settings settings;
  private final Semaphore turns = new Semaphore(QUESTIONS_AT_ONCE, true);

  /**
   * A cluster.
   *
   * @param url {@code jdbc:trino://host:port/catalog/schema}, with the driver's parameters if need be
   * @param password of the user whom the address names; null for none
   * @param secondsMax how long a question may take, how long it may wait for its turn, and how long the cluster has to recover
   */
  TrinoEngine(String url, @Nullable String password, int secondsMax) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      throw new Failure("ValidationException", "The address of Trino must be jdbc:trino://host:port/catalog/schema, not " + url + ".");
    }
    this.url = url;
    this.catalog = parts.group(1);
    this.schema = parts.group(2);
    this.secondsMax = secondsMax;
    settings = new Settings().withExecuteLogging(false).withQueryTimeout(secondsMax).withStatementType(StatementType.STATIC_STATEMENT);
    if (!url.contains("user=")) {
      properties.setProperty("user", "bursar");
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    properties.setProperty("timezone", "UTC");
    properties.setProperty("sessionProperties", catalog + ".timestamp_precision:MICROSECONDS");
  }

  String catalog() {
    return catalog;
  }

  String schema() {
    return schema;
  }

  /**
   * Runs questions on a connection that is lent for them, from their beginning again where the cluster lost a node meanwhile.
   *
   * @throws Failure LimitExceededException when it takes too long or needs more than the cluster has
   */
  <T> T ask(Function<DSLContext, T> work) {
    awaitTurn();
    try {
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(secondsMax);
      while (true) {
        try (Connection connection = DriverManager.getConnection(url, properties)) {
          return work.apply(DSL.using(connection, SQLDialect.TRINO, settings));
        } catch (DataAccessException e) {
          if (!(e.getCause() instanceof SQLException cause)) {
            throw e;
          }
          refuseTooMuch(cause);
          if (!lostAPart(cause)) {
            throw e;
          }
          pause(until, cause);
        } catch (SQLException e) {
          if (!lostAPart(e)) {
            throw new IllegalStateException("Trino at " + url + " refuses: " + e.getMessage(), e);
          }
          pause(until, e);
        }
      }
    } finally {
      turns.release();
    }
  }

  /** Runs a statement that asks nothing. */
  void command(String sql) {
    ask(dsl -> {
      dsl.connection(connection -> {
        try (Statement statement = connection.createStatement()) {
          statement.execute(sql);
        }
      });
      return Boolean.TRUE;
    });
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

  private void pause(long until, SQLException why) {
    if (System.nanoTime() > until) {
      throw new IllegalStateException("Trino at " + url + " does not answer: " + why.getMessage(), why);
    }
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The question was broken off.", e);
    }
  }

  private static void refuseTooMuch(SQLException e) {
    if (e.getErrorCode() >= TOO_LITTLE_FIRST && e.getErrorCode() <= TOO_LITTLE_LAST) {
      throw new Failure(TOO_MUCH,
          "The question needs more time or memory than the Trino cluster gives it. Ask for fewer days, or fewer groups. Trino says: " + e.getMessage());
    }
  }

  private static boolean lostAPart(SQLException e) {
    if (LOST_A_PART.contains(e.getErrorCode())) {
      return true;
    }
    for (Throwable cause = e.getCause(); cause != null && e.getErrorCode() == 0; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
