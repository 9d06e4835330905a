package bursar.storage.costs;

import bursar.domain.costs.CostSegmentStore;

class InMemoryCostSegmentStoreTest extends CostSegmentStoreContract {
  private final InMemoryCostSegmentStore store = new InMemoryCostSegmentStore();

  @Override
  CostSegmentStore store() {
    return store;
  }
}
