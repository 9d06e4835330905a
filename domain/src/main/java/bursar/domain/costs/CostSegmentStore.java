package bursar.domain.costs;

import bursar.domain.accounts.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which months are published, and the history of imports.
 *
 * <p>Promised: {@link #publish} is one transaction: readers see all months of an import or none of them, and a month is replaced whole. Not
 * promised: that the files exist; the cost store keeps them.
 */
public interface CostSegmentStore {
  /** The published months of all data sets of an owner, by data set and month. */
  List<CostSegment> segments(AccountId dataOwner);

  /** The files of all published months of all owners. */
  Set<String> fileNames();

  /**
   * Publishes the months of a finished import, in place of what its data set had for the same months, and records the import.
   *
   * @param finished the import, succeeded
   * @param segments its months, each at most once
   */
  void publish(CostImport finished, List<CostSegment> segments);

  /** Records that an import has begun or failed, in place of an earlier record of it. */
  void record(CostImport costImport);

  /** The import of that id. */
  Optional<CostImport> find(String importId);

  /** The imports of all owners that are recorded as running. */
  List<CostImport> running();

  /** The latest imports of an owner, the newest first. */
  List<CostImport> imports(AccountId dataOwner, int limit);
}
