package bursar.server.sources;

import bursar.domain.Failure;
import bursar.domain.costs.BucketSource;
import bursar.domain.costs.BucketSources;
import bursar.domain.costs.CostBucket;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostImporter;
import bursar.operations.bursar.BackgroundImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at each source when it is due: what is new or changed there since it was last read is fetched and imported. Of a report with manifests
 * only the files of its newest deliveries are fetched.
 */
public final class BucketChecks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BucketChecks.class);
  private static final long SECONDS_BETWEEN = 20;

  private final BucketSources sources;
  private final CostBucket.Door door;
  private final CostImporter importer;
  private final BackgroundImports imports;
  private final Path folder;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> Thread.ofPlatform().name("cost-sources").daemon().unstarted(work));

  /**
   * Looks at these sources.
   *
   * @param folder where objects are while they are imported; what an earlier process left there is removed
   */
  public BucketChecks(BucketSources sources, CostBucket.Door door, CostImporter importer, BackgroundImports imports, Path folder) {
    this.sources = sources;
    this.door = door;
    this.importer = importer;
    this.imports = imports;
    this.folder = folder;
    delete(folder);
  }

  /** Begins to look. */
  public BucketChecks begin() {
    thread.scheduleWithFixedDelay(this::checkDue, 1, SECONDS_BETWEEN, TimeUnit.SECONDS);
    return this;
  }

  /** Looks at every source that is due. */
  public void checkDue() {
    try {
      for (BucketSource source : sources.takeDue()) {
        check(source);
      }
    } catch (RuntimeException e) {
      LOG.error("The sources of cost data could not be looked at.", e);
    }
  }

  private void check(BucketSource source) {
    Path working = folder.resolve(UUID.randomUUID().toString());
    try {
      sources.allowed(source.endpoint());
      try (CostBucket bucket = door.open(source, sources.secret(source))) {
        read(source, bucket, working);
      }
    } catch (Failure e) {
      sources.note(source, e.sentence().replace(working.toString(), source.place()), Map.of());
    } catch (IOException | RuntimeException e) {
      LOG.error("The source {} of account {} could not be read.", source.name(), source.dataOwner(), e);
      sources.note(source, "The bucket " + source.place() + " could not be read. The server's log says more.", Map.of());
    } finally {
      delete(working);
    }
  }

  private void read(BucketSource source, CostBucket bucket, Path working) throws IOException {
    Map<String, List<CostBucket.Item>> parts = BucketParts.of(bucket.list());
    if (parts.isEmpty()) {
      sources.note(source, "The bucket " + source.place() + " has no cost data: no manifest, and no file that ends like cost data.", Map.of());
      return;
    }
    Map<String, String> known = sources.parts(source);
    Map<String, String> fresh = new LinkedHashMap<>();
    parts.forEach((part, items) -> {
      String fingerprint = BucketParts.fingerprint(items);
      if (!fingerprint.equals(known.get(part))) {
        fresh.put(part, fingerprint);
      }
    });
    if (fresh.isEmpty()) {
      sources.note(source, "Nothing is new.", Map.of());
      return;
    }
    List<CostBucket.Item> items = parts.entrySet().stream().filter(part -> fresh.containsKey(part.getKey()))
        .flatMap(part -> part.getValue().stream()).toList();
    Files.createDirectories(working);
    fetch(source, bucket, items, working);
    CostImport done = imported(source, working);
    sources.note(source, outcome(done), fresh);
  }

  private void fetch(BucketSource source, CostBucket bucket, List<CostBucket.Item> items, Path working) throws IOException {
    List<CostBucket.Item> manifests = items.stream().filter(BucketParts::isManifest).toList();
    for (CostBucket.Item manifest : manifests) {
      bucket.fetch(manifest, file(working, manifest));
    }
    Set<String> named = new HashSet<>();
    importer.keysOfManifests(working).forEach(key -> named.add(key.replaceFirst("^s3://[^/]*/", "")));
    List<CostBucket.Item> wanted = items.stream()
        .filter(item -> !BucketParts.isManifest(item) && (manifests.isEmpty() || named.contains(item.key()))).toList();
    long bytes = wanted.stream().mapToLong(CostBucket.Item::bytes).sum();
    if (bytes > Files.getFileStore(working).getUsableSpace()) {
      throw new Failure("InsufficientStorage", "The new files of " + source.place() + " have " + bytes + " bytes, and the server's disk has not"
          + " so much room.");
    }
    for (CostBucket.Item item : wanted) {
      bucket.fetch(item, file(working, item));
    }
  }

  private static Path file(Path working, CostBucket.Item item) throws IOException {
    try {
      Path file = working.resolve(item.key().replaceFirst("^/+", "")).normalize();
      if (file.startsWith(working) && !file.equals(working)) {
        Files.createDirectories(file.resolveSibling(""));
        return file;
      }
    } catch (InvalidPathException e) {
      // Said below.
    }
    throw new Failure("ValidationException", "The key '" + item.key() + "' cannot be the name of a file.");
  }

  private CostImport imported(BucketSource source, Path working) {
    CountDownLatch ended = new CountDownLatch(1);
    CostImporter.Request request = new CostImporter.Request(source.dataOwner(), source.dataSet(), List.of(working), source.putBy(), false, false)
        .shownAs(List.of(source.place()));
    String id = imports.begin(request, ended::countDown);
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("ValidationException", "The server ended in the middle of the import; nothing was changed.");
    }
    BackgroundImports.Progress last = imports.progress(id).orElseThrow();
    CostImport result = last.result();
    if (result == null) {
      throw new Failure("ValidationException", last.failure() == null ? "The import failed." : last.failure());
    }
    return result;
  }

  private static String outcome(CostImport done) {
    if (done.status() == CostImport.Status.UNCHANGED) {
      return "The newest deliveries are there already.";
    }
    String months = done.months().stream().map(Object::toString).collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "Imported %,d rows of %s.", done.rowsRead() - done.rowsRefused(), months)
        + (done.rowsRefused() == 0 ? "" : String.format(Locale.ROOT, " %,d rows could not be read.", done.rowsRefused()));
  }

  private static void delete(Path tree) {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks no more. A look in progress is given up. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
