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

  /** The files of all owners that are needed: those of published months, and those that an undone import would bring back. */
  Set<String> fileNames();

  /** The deliveries from which an owner's data set has its published months. Months from plain files have none. */
  List<CostImport.Delivery> deliveries(AccountId dataOwner, String dataSet);

  /**
   * Publishes the months of a finished import, in place of what its data set had for the same months, and records the import. What they had
   * is kept until the next import of the same month, so that this one can be undone; what was kept for an earlier one is let go.
   *
   * @param finished the import, succeeded
   * @param segments its months, each at most once
   */
  void publish(CostImport finished, List<CostSegment> segments);

  /**
   * Undoes an import in one transaction: each month it published is again what it was before, or gone if there was none. Its record stays.
   *
   * @return its record, undone
   * @throws bursar.domain.Failure {@code NoSuchEntity} when the owner has no such import; {@code ValidationException} when it did not
   *     succeed, or a later import replaced one of its months, or what such a month was before is no longer kept
   */
  CostImport undo(AccountId dataOwner, String importId, CostImport.Undone how);

  /** Records that an import has begun or failed, in place of an earlier record of it. */
  void record(CostImport costImport);

  /** The import of that id. */
  Optional<CostImport> find(String importId);

  /** The imports of all owners that are recorded as running. */
  List<CostImport> running();

  /** The latest imports of an owner, the newest first. */
  List<CostImport> imports(AccountId dataOwner, int limit);
}
