package bursar.storage.costs;

import bursar.domain.Failure;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostImporter;
import bursar.domain.costs.CostSegmentStore;
import bursar.domain.costs.CostStore;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The cost data of an installation that has outgrown its machine: months as Parquet in a lake, which a Trino cluster reads. Files are still read
 * and mapped by DuckDB in this process, and what is published is still said by the state.
 */
public final class TrinoCosts implements CostData {
  private static final int QUESTION_SECONDS_MAX = 120;

  private final CostEngine writer;
  private final CostStore store;
  private final CostImporter importer;

  private TrinoCosts(CostEngine writer, CostStore store, CostImporter importer) {
    this.writer = writer;
    this.store = store;
    this.importer = importer;
  }

  /**
   * Where the cluster is, and where months lie.
   *
   * @param url the coordinator's address, {@code jdbc:trino://host:port/catalog/schema}; the catalog is of the Hive connector and lets
   *     partitions be registered
   * @param password of the user whom the address names; null for none
   * @param lake the folder of the months, as this process finds it
   * @param location the same folder, as Trino finds it: {@code local:///costs}, {@code s3://bucket/costs}
   */
  public record Cluster(String url, @Nullable String password, Path lake, String location) {}

  /**
   * Opens the cost data, records as failed the imports that broke off, and removes what they left behind.
   *
   * @param folder where imports work; created when missing
   * @param segments what is published
   * @param clock tells when imports begin and end
   * @throws Failure ValidationException when months are published that DuckDB keeps
   */
  public static TrinoCosts open(Path folder, Cluster cluster, CostSegmentStore segments, InstantSource clock) {
    if (!segments.fileNames().stream().allMatch(MonthLake::isName)) {
      throw new Failure("ValidationException", "Months of costs of this server are kept by DuckDB, so Trino cannot answer for them. Start it"
          + " without Trino, or with a state of its own, and import them anew.");
    }
    CostFolder files = new CostFolder(folder);
    TrinoEngine trino = new TrinoEngine(cluster.url(), cluster.password(), QUESTION_SECONDS_MAX);
    CostEngine writer = new CostEngine(files.spill(), CostEngine.QUESTION_SECONDS_MAX);
    boolean done = false;
    try {
      TrinoMonths months = new TrinoMonths(trino, writer, files, new MonthLake(cluster.lake(), cluster.location()), segments);
      months.open();
      for (CostImport broken : segments.running().stream().filter(one -> !files.running(one.importId())).toList()) {
        segments.record(broken.failed(clock.instant(), DuckDbCosts.BROKEN_OFF));
      }
      months.collect(segments::fileNames);
      TrinoCosts costs = new TrinoCosts(writer, new SqlCostStore(months, segments),
          new DuckDbCostImporter(writer, files, segments, months, months, clock));
      done = true;
      return costs;
    } finally {
      if (!done) {
        writer.close();
      }
    }
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
    writer.close();
  }
}
