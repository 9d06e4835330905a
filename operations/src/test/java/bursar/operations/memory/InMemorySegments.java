package bursar.operations.memory;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostSegment;
import bursar.domain.costs.CostSegmentStore;
import bursar.domain.costs.UndoRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The history of imports in memory. */
public final class InMemorySegments implements CostSegmentStore {
  private final List<CostImport> imports = new ArrayList<>();

  @Override
  public List<CostSegment> segments(AccountId dataOwner) {
    return List.of();
  }

  @Override
  public Set<String> fileNames() {
    return Set.of();
  }

  @Override
  public List<CostImport.Delivery> deliveries(AccountId dataOwner, String dataSet) {
    return List.of();
  }

  @Override
  public CostImport undo(AccountId dataOwner, String importId, CostImport.Undone how) {
    CostImport undone = UndoRules.undoable(find(importId), dataOwner, importId).undone(how);
    imports.replaceAll(one -> one.importId().equals(importId) ? undone : one);
    return undone;
  }

  @Override
  public void publish(CostImport finished, List<CostSegment> segments) {
    imports.addFirst(finished);
  }

  @Override
  public void record(CostImport costImport) {
    imports.addFirst(costImport);
  }

  @Override
  public Optional<CostImport> find(String importId) {
    return imports.stream().filter(one -> one.importId().equals(importId)).findFirst();
  }

  @Override
  public List<CostImport> imports(AccountId dataOwner, int limit) {
    return imports.stream().filter(one -> one.dataOwner().equals(dataOwner)).limit(limit).toList();
  }

  @Override
  public List<CostImport> running() {
    return imports.stream().filter(one -> one.status() == CostImport.Status.RUNNING).toList();
  }
}
