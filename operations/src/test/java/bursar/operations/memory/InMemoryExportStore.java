package bursar.operations.memory;

import bursar.domain.accounts.AccountId;
import bursar.domain.exports.ExportDefinition;
import bursar.domain.exports.ExportExecution;
import bursar.domain.exports.ExportStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Exports in memory. */
public final class InMemoryExportStore implements ExportStore {
  private final Map<String, ExportDefinition> exports = new ConcurrentSkipListMap<>();
  private final Map<String, ExportExecution> executions = new ConcurrentSkipListMap<>();

  @Override
  public List<ExportDefinition> list(AccountId account, ExportDefinition.Kind kind) {
    return exports.values().stream().filter(one -> one.account().equals(account) && one.kind() == kind)
        .sorted(Comparator.comparing(ExportDefinition::name)).toList();
  }

  @Override
  public List<ExportDefinition> all() {
    return List.copyOf(exports.values());
  }

  @Override
  public Optional<ExportDefinition> find(String id) {
    return Optional.ofNullable(exports.get(id));
  }

  @Override
  public void put(ExportDefinition definition) {
    exports.put(definition.id(), definition);
  }

  @Override
  public void delete(String id) {
    exports.remove(id);
    executions.values().removeIf(one -> one.exportId().equals(id));
  }

  @Override
  public List<ExportExecution> executions(String exportId, int most) {
    return executions.values().stream().filter(one -> one.exportId().equals(exportId))
        .sorted(Comparator.comparing(ExportExecution::created).reversed()).limit(most).toList();
  }

  @Override
  public Optional<ExportExecution> execution(String id) {
    return Optional.ofNullable(executions.get(id));
  }

  @Override
  public void record(ExportExecution execution) {
    executions.put(execution.id(), execution);
  }

  @Override
  public void keepNewest(String exportId, int kept) {
    executions(exportId, Integer.MAX_VALUE).stream().skip(kept).forEach(old -> executions.remove(old.id()));
  }
}
