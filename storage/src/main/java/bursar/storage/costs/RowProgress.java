package bursar.storage.costs;

import bursar.domain.costs.CostImporter.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBPreparedStatement;

/** Runs a long insert and tells, twice a second, how far it is. */
final class RowProgress {
  private static final long INTERVAL_MILLIS = 500;

  private RowProgress() {}

  /**
   * Inserts.
   *
   * @param rowsBefore rows read before this statement
   * @param rowsTotal rows the statement will read, or -1
   * @return how many rows were inserted
   */
  static long insert(Connection connection, String sql, String step, long rowsBefore, long rowsTotal, Progress progress) throws SQLException {
    CostEngine.execute(connection, "SET enable_progress_bar = true");
    CostEngine.execute(connection, "SET enable_progress_bar_print = false");
    try (DuckDBPreparedStatement statement = connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class)) {
      progress.at(step, rowsBefore, rowsTotal < 0 ? -1 : rowsBefore + rowsTotal);
      CountDownLatch done = new CountDownLatch(1);
      Thread teller = Thread.ofPlatform().daemon().name("import-progress").start(() -> {
        try {
          while (!done.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
            double percentage = statement.getQueryProgress().getPercentage();
            if (rowsTotal > 0 && percentage > 0) {
              progress.at(step, rowsBefore + (long) (rowsTotal * Math.min(percentage, 100) / 100), rowsBefore + rowsTotal);
            } else if (percentage > 0) {
              progress.at(step + " (" + (int) percentage + " %)", rowsBefore, -1);
            }
          }
        } catch (SQLException | InterruptedException e) {
          // Progress is told as long as it can be; the statement itself reports what goes wrong.
        }
      });
      try {
        return statement.executeUpdate();
      } finally {
        done.countDown();
        join(teller);
      }
    }
  }

  private static void join(Thread teller) {
    try {
      teller.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
