package bursar.storage.costs;

import bursar.domain.costs.CostImporter;
import bursar.domain.costs.CostStore;

/** The cost data of an installation, whatever engine keeps it. */
public interface CostData extends AutoCloseable {
  /** Answers questions. */
  CostStore store();

  /** Imports files. */
  CostImporter importer();

  @Override
  void close();
}
