package bursar.storage.costs;

import bursar.domain.Failure;
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
public final class DuckDbCosts implements CostData {
  /** What the record of an import says whose process ended. */
  static final String BROKEN_OFF = "The process ended in the middle of the import; nothing was changed.";

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
   * @throws Failure ValidationException when months are published that Trino keeps
   */
  public static DuckDbCosts open(Path folder, CostSegmentStore segments, InstantSource clock) {
    if (segments.fileNames().stream().anyMatch(MonthLake::isName)) {
      throw new Failure("ValidationException", "Months of costs of this server are kept by Trino. Start it with --costs-engine trino as before, and run"
          + " commands while it runs.");
    }
    CostFolder files = new CostFolder(folder);
    for (CostImport broken : segments.running().stream().filter(one -> !files.running(one.importId())).toList()) {
      segments.record(broken.failed(clock.instant(), BROKEN_OFF));
    }
    files.collect(segments::fileNames);
    CostEngine engine = new CostEngine(files.spill(), CostEngine.QUESTION_SECONDS_MAX);
    SegmentAttachments attachments = new SegmentAttachments(engine, files);
    return new DuckDbCosts(
        engine,
        new SqlCostStore(attachments, segments),
        new DuckDbCostImporter(engine, files, segments, attachments, ImportedMonths.in(files), clock));
  }

  @Override
  public CostStore store() {
    return store;
  }

  @Override
  public CostImporter importer() {
    return importer;
  }

  @Override
  public void close() {
    engine.close();
  }
}
