package bursar.storage.state;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.SQLDialect;

/** Fresh, empty databases for tests: a SQLite file, or a new database on the one embedded PostgreSQL of the test run. */
public final class Databases {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Databases() {}

  private static final class Postgres {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
          try {
            server.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A new database of the kind; close it at the end of the test. */
  public static Database fresh(SQLDialect dialect) {
    return dialect == SQLDialect.SQLITE ? sqlite() : postgresql();
  }

  /** A new SQLite database in a temporary folder. */
  public static Database sqlite() {
    try {
      return Database.sqlite(Files.createTempDirectory("bursar-state").resolve("state.sqlite"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new database on the embedded PostgreSQL. */
  public static Database postgresql() {
    String name = "bursar" + COUNT.incrementAndGet();
    try (var connection = Postgres.SERVER.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    return Database.postgresql(Postgres.SERVER.getJdbcUrl("postgres", name), "postgres", "");
  }
}
