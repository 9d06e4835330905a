package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostImporter;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Imports that run while calls are answered, one after the other. How far each is stays known until the process ends. */
public final class BackgroundImports implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(BackgroundImports.class.getName());
  private static final int REMEMBERED_MAX = 1_000;

  private final CostImporter importer;
  private final ExecutorService worker = Executors.newSingleThreadExecutor(BackgroundImports::thread);
  private final ConcurrentHashMap<String, Progress> known = new ConcurrentHashMap<>();

  /** Runs imports with this importer. */
  public BackgroundImports(CostImporter importer) {
    this.importer = importer;
  }

  /** A thread that keeps nothing of the call that happened to start it: neither its inherited values nor its web application's classes. */
  private static Thread thread(Runnable work) {
    Thread thread = Thread.ofPlatform().name("cost-import").daemon().inheritInheritableThreadLocals(false).unstarted(work);
    thread.setContextClassLoader(BackgroundImports.class.getClassLoader());
    return thread;
  }

  /**
   * How far an import is.
   *
   * @param status {@code RUNNING}, {@code SUCCEEDED} or {@code FAILED}
   * @param step what is being done, as a phrase
   * @param rowsRead rows read so far
   * @param rowsTotal rows in all; -1 while unknown
   * @param failure why it failed; null unless it failed
   * @param result its record; null unless it succeeded or found nothing to do
   * @param dataOwner whose data it is
   * @param rowsPerSecond how many rows a second were read since the first was; -1 while unknown
   */
  public record Progress(CostImport.Status status, String step, long rowsRead, long rowsTotal, @Nullable String failure,
      @Nullable CostImport result, AccountId dataOwner, long rowsPerSecond) {
    /** About how many seconds of reading remain; -1 while unknown. */
    public long secondsLeft() {
      return status == CostImport.Status.RUNNING && rowsTotal >= rowsRead && rowsPerSecond > 0
          ? (rowsTotal - rowsRead + rowsPerSecond - 1) / rowsPerSecond : -1;
    }
  }

  /**
   * Begins an import as soon as those before it have ended.
   *
   * @return the id under which to ask how far it is
   */
  public String begin(CostImporter.Request request) {
    return begin(request, () -> {});
  }

  /**
   * Begins an import as soon as those before it have ended.
   *
   * @param afterwards what to do when it has ended, in whatever way
   * @return the id under which to ask how far it is
   */
  public String begin(CostImporter.Request request, Runnable afterwards) {
    String id = UUID.randomUUID().toString();
    if (known.size() >= REMEMBERED_MAX) {
      known.values().removeIf(progress -> progress.status() != CostImport.Status.RUNNING);
    }
    known.put(id, new Progress(CostImport.Status.RUNNING, "waiting for earlier imports", 0, -1, null, null, request.dataOwner(), -1));
    worker.execute(() -> {
      try {
        run(id, request.withId(id));
      } finally {
        afterwards.run();
      }
    });
    return id;
  }

  private void run(String id, CostImporter.Request request) {
    Pace pace = new Pace();
    try {
      CostImport done = importer.importFiles(request, (step, rowsRead, rowsTotal) -> known.put(id, new Progress(
          CostImport.Status.RUNNING, step, rowsRead, rowsTotal, null, null, request.dataOwner(), pace.rowsPerSecond(rowsRead))));
      known.put(id, new Progress(done.status(), "done", done.rowsRead(), done.rowsRead(), null, done, request.dataOwner(),
          pace.rowsPerSecond(done.rowsRead())));
    } catch (Failure e) {
      fail(id, e.sentence());
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "An import of cost data for account " + request.dataOwner() + " failed.", e);
      fail(id, "The import failed inside the server, and nothing was changed. The server's log says more.");
    }
  }

  /** How fast rows are read, from the first that is told to the last. */
  private static final class Pace {
    private static final double SECONDS_MIN = 0.2;
    private final long began = System.nanoTime();

    long rowsPerSecond(long rows) {
      double seconds = (System.nanoTime() - began) / 1e9;
      return rows == 0 || seconds < SECONDS_MIN ? -1 : Math.round(rows / seconds);
    }
  }

  /** Removes, when the imports begun so far have ended, the files of an owner that nobody needs any longer. */
  public void tidy(AccountId dataOwner) {
    worker.execute(() -> importer.letGoOfFiles(dataOwner));
  }

  private void fail(String id, String sentence) {
    known.computeIfPresent(id, (key, last) ->
        new Progress(CostImport.Status.FAILED, last.step(), last.rowsRead(), last.rowsTotal(), sentence, null, last.dataOwner(), last.rowsPerSecond()));
  }

  /** How far the import of that id is; empty for an id that was not given out since the process began. */
  public Optional<Progress> progress(String id) {
    return Optional.ofNullable(known.get(id));
  }

  /** Lets no further import begin. One that runs is abandoned with the process, and changes nothing. */
  @Override
  public void close() {
    worker.shutdownNow();
  }
}
