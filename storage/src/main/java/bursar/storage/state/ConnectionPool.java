package bursar.storage.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * A bounded stack of open connections: the one used last is lent first, and one that no longer answers is replaced.
 *
 * <p>Borrowing waits up to thirty seconds for a connection to come back, then fails.
 */
final class ConnectionPool implements ConnectionProvider, AutoCloseable {
  /** Opens one connection, set up as its user needs it. */
  @FunctionalInterface
  interface Opening {
    /** A new connection. */
    Connection open() throws SQLException;
  }

  private static final long WAIT_SECONDS_MAX = 30;
  private static final long UNCHECKED_NANOS_MAX = TimeUnit.SECONDS.toNanos(2);
  private static final int ANSWER_SECONDS_MAX = 5;

  private record Idle(Connection connection, long sinceNanos) {}

  private final Opening opening;
  private final Semaphore free;
  private final Deque<Idle> idle = new ArrayDeque<>();
  private final Map<Connection, PreparedStatements> statements = new ConcurrentHashMap<>();
  private boolean closed;

  ConnectionPool(int connectionsMax, Opening opening) {
    this.opening = opening;
    this.free = new Semaphore(connectionsMax, true);
  }

  @Override
  public Connection acquire() {
    try {
      if (!free.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
        throw new DataAccessException("No database connection became free within " + WAIT_SECONDS_MAX + " seconds.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataAccessException("Interrupted while waiting for a database connection.", e);
    }
    try {
      for (Idle next = takeIdle(); next != null; next = takeIdle()) {
        if (System.nanoTime() - next.sinceNanos() < UNCHECKED_NANOS_MAX || next.connection().isValid(ANSWER_SECONDS_MAX)) {
          return next.connection();
        }
        closeQuietly(next.connection());
      }
      return opening.open();
    } catch (SQLException e) {
      free.release();
      throw new DataAccessException("The database could not be reached: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      free.release();
      throw e;
    }
  }

  @Override
  public void release(Connection connection) {
    try {
      synchronized (this) {
        if (!closed && !connection.isClosed()) {
          idle.push(new Idle(connection, System.nanoTime()));
          return;
        }
      }
      closeQuietly(connection);
    } catch (SQLException e) {
      closeQuietly(connection);
    } finally {
      free.release();
    }
  }

  /** Gives back a connection whose state is not known any more: it is closed and never lent again. */
  void discard(Connection connection) {
    closeQuietly(connection);
    free.release();
  }

  @Override
  public synchronized void close() {
    closed = true;
    for (Idle one : idle) {
      closeQuietly(one.connection());
    }
    idle.clear();
  }

  private synchronized @Nullable Idle takeIdle() {
    if (closed) {
      throw new DataAccessException("The database is closed.");
    }
    return idle.poll();
  }

  /** The prepared statements of a connection that is lent, or kept, by this pool. */
  PreparedStatements statements(Connection connection) {
    return statements.computeIfAbsent(connection, PreparedStatements::new);
  }

  private void closeQuietly(Connection connection) {
    statements.remove(connection);
    try {
      connection.close();
    } catch (SQLException e) {
      // A connection that cannot be closed is already gone; there is nothing left to release.
    }
  }
}
