package bursar.storage.costs;

import bursar.domain.costs.CostSegmentStore;
import bursar.storage.state.Database;
import bursar.storage.state.Databases;
import org.junit.jupiter.api.AfterEach;

class PostgresqlCostSegmentStoreTest extends CostSegmentStoreContract {
  private final Database database = Databases.postgresql();

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  CostSegmentStore store() {
    return new JdbcCostSegmentStore(database);
  }
}
