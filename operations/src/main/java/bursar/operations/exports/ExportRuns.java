package bursar.operations.exports;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostImporter;
import bursar.domain.costs.Visibility;
import bursar.domain.exports.ExportDefinition;
import bursar.domain.exports.ExportDelivery;
import bursar.domain.exports.ExportExecution;
import bursar.domain.exports.Exports;
import bursar.operations.gate.AccessDenied;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs exports one after the other: when they are defined or changed, when an import has replaced months, and once a day. Each run decides anew
 * what the export's owner may see.
 */
public final class ExportRuns implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ExportRuns.class.getName());
  private static final Duration REPEATED = Duration.ofDays(1);
  private static final int EXECUTIONS_KEPT = 100;
  private static final int LOOK_MINUTES = 10;

  private final Exports exports;
  private final ExportDelivery delivery;
  private final ExportAccess access;
  private final Transactions transactions;
  private final InstantSource clock;
  private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(ExportRuns::thread);

  /** Runs those exports; records as failed the runs that broke off with an earlier process. */
  public ExportRuns(Exports exports, ExportDelivery delivery, ExportAccess access, Transactions transactions, InstantSource clock) {
    this.exports = exports;
    this.delivery = delivery;
    this.access = access;
    this.transactions = transactions;
    this.clock = clock;
    for (ExportDefinition definition : exports.store().all()) {
      exports.store().executions(definition.id(), EXECUTIONS_KEPT).stream().filter(one -> !one.status().ended()).forEach(one ->
          record(one.failed(ExportExecution.Status.DELIVERY_FAILURE, ExportExecution.Reason.INTERNAL_FAILURE,
              "The server ended in the middle of the run.", clock.instant())));
    }
    var unused = worker.scheduleWithFixedDelay(this::repeat, LOOK_MINUTES, LOOK_MINUTES, TimeUnit.MINUTES);
  }

  /** A thread that keeps nothing of the call that happened to start it. */
  private static Thread thread(Runnable work) {
    Thread thread = Thread.ofPlatform().name("exports").daemon().inheritInheritableThreadLocals(false).unstarted(work);
    thread.setContextClassLoader(ExportRuns.class.getClassLoader());
    return thread;
  }

  /** The rules of exports. */
  public Exports exports() {
    return exports;
  }

  /**
   * Begins a run as soon as those before it have ended.
   *
   * @param months the billing months to deliver; all when empty
   * @return the id of its execution
   */
  public String begin(ExportDefinition definition, Collection<YearMonth> months) {
    ExportExecution queued = new ExportExecution(UUID.randomUUID().toString(), definition.id(), ExportExecution.Status.QUERY_QUEUED, null, "",
        List.of(), 0, clock.instant(), clock.instant(), null);
    record(queued);
    worker.execute(() -> run(definition.id(), queued.id(), Set.copyOf(months)));
    return queued.id();
  }

  /** Begins the runs of all exports that show data of that owner. */
  public void refresh(AccountId dataOwner, Collection<YearMonth> months) {
    worker.execute(() -> {
      for (ExportDefinition definition : exports.store().all()) {
        if (shows(definition, dataOwner)) {
          var unused = begin(definition, months);
        }
      }
    });
  }

  private boolean shows(ExportDefinition definition, AccountId dataOwner) {
    try {
      return access.decide(definition, clock.instant()).dataOwner().equals(dataOwner);
    } catch (AccessDenied | ExportAccess.OwnerGone | Failure e) {
      // The run of its own data tells why it fails; of others' data it could show nothing.
      return definition.account().equals(dataOwner);
    }
  }

  /** The importer, with a refresh after each import. */
  public CostImporter refreshing(CostImporter importer) {
    return new CostImporter() {
      @Override
      public CostImport importFiles(Request request, Progress progress) {
        CostImport done = importer.importFiles(request, progress);
        refresh(request.dataOwner(), done.months());
        return done;
      }

      @Override
      public List<String> keysOfManifests(Path folder) {
        return importer.keysOfManifests(folder);
      }

      @Override
      public void letGoOfFiles(AccountId dataOwner) {
        importer.letGoOfFiles(dataOwner);
      }
    };
  }

  private void repeat() {
    try {
      for (ExportDefinition definition : exports.store().all()) {
        Optional<ExportExecution> last = exports.store().executions(definition.id(), 1).stream().findFirst();
        if (last.isEmpty() || !last.get().created().plus(REPEATED).isAfter(clock.instant())) {
          var unused = begin(definition, List.of());
        }
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "The exports of the day could not be begun.", e);
    }
  }

  private void run(String exportId, String executionId, Set<YearMonth> months) {
    try {
      // In a transaction, so that the one that defined the export has ended.
      Optional<ExportExecution> found = transactions.inTransaction(() -> exports.store().execution(executionId));
      Optional<ExportDefinition> definition = exports.store().find(exportId);
      if (found.isPresent() && definition.isPresent()) {
        run(definition.get(), found.get(), months);
      }
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "The run " + executionId + " of an export failed.", e);
    }
  }

  private void run(ExportDefinition definition, ExportExecution queued, Set<YearMonth> months) {
    ExportExecution running = queued.at(ExportExecution.Status.QUERY_IN_PROCESS, clock.instant());
    record(running);
    try {
      Visibility visibility = access.decide(definition, clock.instant());
      Path root = exports.destinations().of(definition.destination().bucket(), "ValidationException");
      ExportExecution delivering = running.at(ExportExecution.Status.DELIVERY_IN_PROCESS, clock.instant());
      record(delivering);
      ExportDelivery.Delivered delivered = delivery.deliver(
          new ExportDelivery.Order(definition, root, visibility, queued.id(), queued.created(), months, before(definition)));
      record(delivering.delivered(delivered.months(), delivered.rows(), clock.instant()));
    } catch (AccessDenied | ExportAccess.OwnerGone e) {
      record(running.failed(ExportExecution.Status.QUERY_FAILURE, ExportExecution.Reason.INSUFFICIENT_PERMISSION,
          String.valueOf(e.getMessage()), clock.instant()));
    } catch (Failure e) {
      record(running.failed(ExportExecution.Status.DELIVERY_FAILURE, ExportExecution.Reason.INSUFFICIENT_PERMISSION, e.sentence(),
          clock.instant()));
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "The export " + definition.arn() + " could not be delivered.", e);
      record(running.failed(ExportExecution.Status.DELIVERY_FAILURE, ExportExecution.Reason.INTERNAL_FAILURE,
          "The run failed inside the server. The server's log says more.", clock.instant()));
    }
  }

  /** The months that earlier runs delivered. */
  private Set<YearMonth> before(ExportDefinition definition) {
    Set<YearMonth> months = new TreeSet<>();
    exports.store().executions(definition.id(), EXECUTIONS_KEPT).forEach(one -> months.addAll(one.months()));
    return months;
  }

  private void record(ExportExecution execution) {
    var unused = transactions.inTransaction(() -> {
      exports.store().record(execution);
      exports.store().keepNewest(execution.exportId(), EXECUTIONS_KEPT);
      return execution;
    });
  }

  /** Lets no further run begin. One that is under way is abandoned with the process, and leaves no half file in its place. */
  @Override
  public void close() {
    worker.shutdownNow();
  }
}
