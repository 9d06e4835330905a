package bursar.storage.costs;

import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostImporter;
import bursar.domain.costs.CostSegmentStore;
import bursar.domain.costs.CostStore;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The cost data of an installation: a folder of files, one for each data set and month, with what answers questions and what imports.
 *
 * <p>Several processes may open the same folder, if they share the store of published months: a file is written by one import and never
 * changed.
 */
public final class DuckDbCosts implements AutoCloseable {
  private final CostEngine engine;
  private final CostStore store;
  private final CostImporter importer;

  private DuckDbCosts(CostEngine engine, CostStore store, CostImporter importer) {
    this.engine = engine;
    this.store = store;
    this.importer = importer;
  }

  /**
   * Opens the cost data, records as failed the imports that broke off, and removes the files they left behind.
   *
   * @param folder where the files are; created when missing
   * @param segments what is published
   * @param clock tells when imports begin and end
   */
  public static DuckDbCosts open(Path folder, CostSegmentStore segments, InstantSource clock) {
    CostFolder files = new CostFolder(folder);
    for (CostImport broken : segments.running().stream().filter(one -> !files.running(one.importId())).toList()) {
      segments.record(broken.failed(clock.instant(), "The process ended in the middle of the import; nothing was changed."));
    }
    files.collect(segments::fileNames);
    CostEngine engine = new CostEngine(files.spill(), CostEngine.QUESTION_SECONDS_MAX);
    SegmentAttachments attachments = new SegmentAttachments(engine, files);
    return new DuckDbCosts(
        engine,
        new DuckDbCostStore(engine, segments, attachments),
        new DuckDbCostImporter(engine, files, segments, attachments, clock));
  }

  /** Answers questions. */
  public CostStore store() {
    return store;
  }

  /** Imports files. */
  public CostImporter importer() {
    return importer;
  }

  @Override
  public void close() {
    engine.close();
  }
}
