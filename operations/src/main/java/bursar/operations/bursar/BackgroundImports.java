package bursar.operations.bursar;

import bursar.domain.Failure;
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
   * @param result its record; null unless it succeeded
   */
  public record Progress(
      CostImport.Status status, String step, long rowsRead, long rowsTotal, @Nullable String failure, @Nullable CostImport result) {}

  /**
   * Begins an import as soon as those before it have ended.
   *
   * @return the id under which to ask how far it is
   */
  public String begin(CostImporter.Request request) {
    String id = UUID.randomUUID().toString();
    if (known.size() >= REMEMBERED_MAX) {
      known.values().removeIf(progress -> progress.status() != CostImport.Status.RUNNING);
    }
    known.put(id, new Progress(CostImport.Status.RUNNING, "waiting for earlier imports", 0, -1, null, null));
    worker.execute(() -> run(id, request));
    return id;
  }

  private void run(String id, CostImporter.Request request) {
    try {
      CostImport done = importer.importFiles(request,
          (step, rowsRead, rowsTotal) -> known.put(id, new Progress(CostImport.Status.RUNNING, step, rowsRead, rowsTotal, null, null)));
      known.put(id, new Progress(CostImport.Status.SUCCEEDED, "done", done.rowsRead(), done.rowsRead(), null, done));
    } catch (Failure e) {
      fail(id, e.sentence());
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "An import of cost data for account " + request.dataOwner() + " failed.", e);
      fail(id, "The import failed inside the server, and nothing was changed. The server's log says more.");
    }
  }

  private void fail(String id, String sentence) {
    known.computeIfPresent(id, (key, last) ->
        new Progress(CostImport.Status.FAILED, last.step(), last.rowsRead(), last.rowsTotal(), sentence, null));
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
