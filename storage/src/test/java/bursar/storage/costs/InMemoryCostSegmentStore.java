package bursar.storage.costs;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostSegment;
import bursar.domain.costs.CostSegmentStore;
import bursar.domain.costs.UndoRules;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is published, in memory. */
class InMemoryCostSegmentStore implements CostSegmentStore {
  private final List<CostSegment> published = new ArrayList<>();
  private final Map<String, CostImport> imports = new LinkedHashMap<>();
  /** What each month was before the import that published it; no segment for a month that was not there. */
  private final List<Before> before = new ArrayList<>();

  private record Before(CostSegment by, Optional<CostSegment> was) {}

  private static boolean sameMonth(CostSegment one, CostSegment other) {
    return one.dataOwner().equals(other.dataOwner()) && one.dataSet().equals(other.dataSet()) && one.month().equals(other.month());
  }

  @Override
  public synchronized List<CostSegment> segments(AccountId dataOwner) {
    return published.stream().filter(segment -> segment.dataOwner().equals(dataOwner))
        .sorted(Comparator.comparing(CostSegment::dataSet).thenComparing(CostSegment::month)).toList();
  }

  @Override
  public synchronized Set<String> fileNames() {
    return Stream.concat(published.stream(), before.stream().flatMap(one -> one.was().stream())).map(CostSegment::fileName)
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized List<CostImport.Delivery> deliveries(AccountId dataOwner, String dataSet) {
    return published.stream().filter(segment -> segment.dataOwner().equals(dataOwner) && segment.dataSet().equals(dataSet))
        .flatMap(segment -> imports.get(segment.importId()).deliveries().stream().filter(one -> one.month().equals(segment.month())))
        .sorted(CostImport.Delivery.ORDER).toList();
  }

  @Override
  public synchronized CostImport undo(AccountId dataOwner, String importId, CostImport.Undone how) {
    CostImport undone = UndoRules.undoable(find(importId), dataOwner, importId);
    List<Before> needed = new ArrayList<>();
    for (YearMonth month : undone.months()) {
      UndoRules.refuseReplaced(undone, month, segments(dataOwner));
      needed.add(before.stream().filter(one -> one.by().importId().equals(importId) && one.by().month().equals(month)).findFirst()
          .orElseThrow(() -> UndoRules.notKept(undone, month)));
    }
    for (Before one : needed) {
      before.remove(one);
      published.removeIf(now -> sameMonth(now, one.by()));
      one.was().ifPresent(published::add);
    }
    imports.put(importId, undone.undone(how));
    return undone.undone(how);
  }

  @Override
  public synchronized void publish(CostImport finished, List<CostSegment> segments) {
    if (segments.stream().map(CostSegment::fileName).distinct().count() < segments.size()) {
      throw new IllegalArgumentException("two months cannot be in one file");
    }
    imports.put(finished.importId(), finished);
    for (CostSegment segment : segments) {
      before.removeIf(one -> sameMonth(one.by(), segment));
      before.add(new Before(segment, published.stream().filter(old -> sameMonth(old, segment)).findFirst()));
      published.removeIf(old -> sameMonth(old, segment));
      published.add(segment);
    }
  }

  @Override
  public synchronized void record(CostImport costImport) {
    imports.put(costImport.importId(), costImport);
  }

  @Override
  public synchronized Optional<CostImport> find(String importId) {
    return Optional.ofNullable(imports.get(importId));
  }

  @Override
  public synchronized List<CostImport> running() {
    return imports.values().stream().filter(one -> one.status() == CostImport.Status.RUNNING)
        .sorted(Comparator.comparing(CostImport::startedAt).reversed()).toList();
  }

  @Override
  public synchronized List<CostImport> imports(AccountId dataOwner, int limit) {
    List<CostImport> found = new ArrayList<>(imports.values().stream().filter(one -> one.dataOwner().equals(dataOwner)).toList());
    return found.stream().sorted(Comparator.comparing(CostImport::startedAt).reversed()).limit(limit).toList();
  }
}
