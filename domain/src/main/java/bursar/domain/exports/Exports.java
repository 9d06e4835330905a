package bursar.domain.exports;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import bursar.domain.accounts.AccountId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rules of exports: who has which, under which names, and where they may go. */
public final class Exports {
  private static final int EXPORTS_MAX = 25;
  private static final int REPORTS_MAX = 10;
  private static final int TAGS_MAX = 200;

  private final ExportStore store;
  private final ExportDestinations destinations;
  private final Transactions transactions;
  private final InstantSource clock;

  /** The rules over this store. */
  public Exports(ExportStore store, ExportDestinations destinations, Transactions transactions, InstantSource clock) {
    this.store = store;
    this.destinations = destinations;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What is said of an export when it is defined or changed; see {@link ExportDefinition}. */
  public record Draft(ExportDefinition.Kind kind, String name, String description, String statement, Map<String, String> settings,
      ExportDefinition.Destination destination, ExportDefinition.Layout layout) {}

  /** The store of exports and their executions. */
  public ExportStore store() {
    return store;
  }

  /** Where exports may go. */
  public ExportDestinations destinations() {
    return destinations;
  }

  /**
   * Defines an export.
   *
   * @throws Failure {@code ValidationException}, {@code DuplicateReportNameException}, {@code ReportLimitReachedException} or {@code
   *     ServiceQuotaExceededException}
   */
  public ExportDefinition define(AccountId account, ExportDefinition.Owner owner, Draft draft, Map<String, String> tags) {
    boolean report = draft.kind() == ExportDefinition.Kind.REPORT;
    return transactions.inTransaction(() -> {
      ExportDefinition definition = new ExportDefinition(UUID.randomUUID().toString(), account, draft.kind(), draft.name(), draft.description(),
          draft.statement(), draft.settings(), draft.destination(), draft.layout(), owner, clock.instant(), clock.instant(), tags);
      check(definition);
      List<ExportDefinition> known = store.list(account, draft.kind());
      if (known.stream().anyMatch(one -> one.name().equals(draft.name()))) {
        throw new Failure(report ? "DuplicateReportNameException" : "ValidationException", "There is already "
            + (report ? "a report" : "an export") + " of the name " + draft.name() + ".");
      }
      if (known.size() >= (report ? REPORTS_MAX : EXPORTS_MAX)) {
        throw new Failure(report ? "ReportLimitReachedException" : "ServiceQuotaExceededException", "The account has " + known.size()
            + " already, and can have no more. Delete one first.");
      }
      store.put(definition);
      return definition;
    });
  }

  /**
   * Changes an export; it runs for the new owner from now on.
   *
   * @throws Failure {@code ValidationException}
   */
  public ExportDefinition change(ExportDefinition known, ExportDefinition.Owner owner, Draft draft) {
    if (!known.name().equals(draft.name())) {
      throw new Failure("ValidationException", "The name " + known.name() + " cannot be changed to " + draft.name() + ".");
    }
    return transactions.inTransaction(() -> {
      ExportDefinition changed = new ExportDefinition(known.id(), known.account(), known.kind(), known.name(), draft.description(),
          draft.statement(), draft.settings(), draft.destination(), draft.layout(), owner, known.created(), clock.instant(), known.tags());
      check(changed);
      store.put(changed);
      return changed;
    });
  }

  private void check(ExportDefinition definition) {
    if (definition.name().equals(".") || definition.name().equals("..")) {
      throw new Failure("ValidationException", "The name " + definition.name() + " cannot be the name of a folder.");
    }
    var root = destinations.of(definition.destination().bucket(), "ValidationException");
    var folder = DeliveryPaths.within(root, definition.destination().prefix()).resolve(definition.name());
    if (definition.kind() == ExportDefinition.Kind.EXPORT) {
      var unused = ExportQuery.parse(definition.statement(), definition.settings());
    }
    for (ExportDefinition other : store.all()) {
      Optional<java.nio.file.Path> place = destinations.find(other.destination().bucket())
          .map(known -> DeliveryPaths.within(known, other.destination().prefix()).resolve(other.name()));
      if (!other.id().equals(definition.id()) && place.isPresent()
          && (place.get().startsWith(folder) || folder.startsWith(place.get()))) {
        throw new Failure("ValidationException", "Another export goes to that bucket and prefix under that name. Choose another prefix.");
      }
    }
  }

  /** Forgets an export. Files that were delivered stay. */
  public void delete(ExportDefinition definition) {
    var unused = transactions.inTransaction(() -> {
      store.delete(definition.id());
      return definition;
    });
  }

  /**
   * Sets and takes away tags.
   *
   * @throws Failure {@code ValidationException} when there would be too many
   */
  public void tag(ExportDefinition definition, Map<String, String> set, List<String> away) {
    Map<String, String> tags = new HashMap<>(definition.tags());
    tags.putAll(set);
    tags.keySet().removeAll(away);
    if (tags.size() > TAGS_MAX) {
      throw new Failure("ValidationException", "An export can have " + TAGS_MAX + " tags, not " + tags.size() + ".");
    }
    var unused = transactions.inTransaction(() -> {
      store.put(new ExportDefinition(definition.id(), definition.account(), definition.kind(), definition.name(), definition.description(),
          definition.statement(), definition.settings(), definition.destination(), definition.layout(), definition.owner(),
          definition.created(), definition.updated(), tags));
      return tags;
    });
  }
}
