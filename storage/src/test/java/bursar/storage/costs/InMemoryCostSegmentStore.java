package bursar.storage.costs;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostSegment;
import bursar.domain.costs.CostSegmentStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is published, in memory. */
class InMemoryCostSegmentStore implements CostSegmentStore {
  private final List<CostSegment> published = new ArrayList<>();
  private final Map<String, CostImport> imports = new LinkedHashMap<>();

  @Override
  public synchronized List<CostSegment> segments(AccountId dataOwner) {
    return published.stream().filter(segment -> segment.dataOwner().equals(dataOwner))
        .sorted(Comparator.comparing(CostSegment::dataSet).thenComparing(CostSegment::month)).toList();
  }

  @Override
  public synchronized Set<String> fileNames() {
    return published.stream().map(CostSegment::fileName).collect(Collectors.toSet());
  }

  @Override
  public synchronized void publish(CostImport finished, List<CostSegment> segments) {
    if (segments.stream().map(CostSegment::fileName).distinct().count() < segments.size()) {
      throw new IllegalArgumentException("two months cannot be in one file");
    }
    imports.put(finished.importId(), finished);
    for (CostSegment segment : segments) {
      published.removeIf(old -> old.dataOwner().equals(segment.dataOwner()) && old.dataSet().equals(segment.dataSet())
          && old.month().equals(segment.month()));
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
