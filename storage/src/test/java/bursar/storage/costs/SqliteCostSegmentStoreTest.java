package bursar.storage.costs;

import bursar.domain.costs.CostSegmentStore;
import bursar.storage.state.Database;
import bursar.storage.state.Databases;
import org.junit.jupiter.api.AfterEach;

class SqliteCostSegmentStoreTest extends CostSegmentStoreContract {
  private final Database database = Databases.sqlite();

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  CostSegmentStore store() {
    return new JdbcCostSegmentStore(database);
  }
}
