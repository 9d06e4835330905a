package bursar.domain.exports;

import bursar.domain.accounts.AccountId;
import java.util.List;
import java.util.Optional;

/** Keeps exports and their executions. Writes join the open transaction. Promised: a name is unique in its account and kind. */
public interface ExportStore {
  /** The exports of an account and kind, by name. */
  List<ExportDefinition> list(AccountId account, ExportDefinition.Kind kind);

  /** Every export, of whatever account. */
  List<ExportDefinition> all();

  /** The export of that id. */
  Optional<ExportDefinition> find(String id);

  /** Keeps an export, in place of the one of the same id, tags included. */
  void put(ExportDefinition definition);

  /** Forgets an export with its executions. */
  void delete(String id);

  /** The newest executions of an export, newest first. */
  List<ExportExecution> executions(String exportId, int most);

  /** The execution of that id. */
  Optional<ExportExecution> execution(String id);

  /** Keeps an execution, in place of the one of the same id. */
  void record(ExportExecution execution);

  /** Forgets the oldest executions of an export, but for so many. */
  void keepNewest(String exportId, int kept);
}
