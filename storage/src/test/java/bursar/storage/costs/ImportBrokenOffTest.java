package bursar.storage.costs;

import static bursar.storage.costs.CostsAtHand.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostSegment;
import bursar.domain.costs.CostSegmentStore;
import bursar.domain.costs.Metric;
import bursar.storage.state.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends without warning in the middle of an import. */
class ImportBrokenOffTest {
  private static final String LINES = "line_item_usage_start_date,line_item_usage_account_id,line_item_line_item_type,line_item_unblended_cost\n"
      + "2025-01-01T00:00:00Z,000000000001,Usage,1.25\n2025-02-01T00:00:00Z,000000000001,Usage,2.5\n";

  /** The process: imports the file it is told, and ends at once when everything is written and nothing published. */
  public static final class DyingImport {
    private DyingImport() {}

    /** Takes the folder, the state database and the file to import. */
    public static void main(String[] arguments) {
      JdbcCostSegmentStore segments = new JdbcCostSegmentStore(Database.sqlite(Path.of(arguments[1])));
      CostSegmentStore dying = new CostSegmentStore() {
        @Override
        public void publish(CostImport finished, List<CostSegment> published) {
          Runtime.getRuntime().halt(9);
        }

        @Override
        public void record(CostImport costImport) {
          segments.record(costImport);
        }

        @Override
        public List<CostSegment> segments(AccountId dataOwner) {
          return segments.segments(dataOwner);
        }

        @Override
        public Set<String> fileNames() {
          return segments.fileNames();
        }

        @Override
        public List<CostImport.Delivery> deliveries(AccountId dataOwner, String dataSet) {
          return segments.deliveries(dataOwner, dataSet);
        }

        @Override
        public CostImport undo(AccountId dataOwner, String importId, CostImport.Undone how) {
          return segments.undo(dataOwner, importId, how);
        }

        @Override
        public Optional<CostImport> find(String importId) {
          return segments.find(importId);
        }

        @Override
        public List<CostImport> running() {
          return segments.running();
        }

        @Override
        public List<CostImport> imports(AccountId dataOwner, int limit) {
          return segments.imports(dataOwner, limit);
        }
      };
      new CostsAtHand(Path.of(arguments[0]), dying).load(Path.of(arguments[2]));
    }
  }

  @Test
  void leavesTheOldDataAndNothingElseAfterTheNextStart(@TempDir Path folder) throws IOException, InterruptedException {
    Path state = folder.resolve("state.sqlite");
    Path data = folder.resolve("costs");
    try (Database database = Database.sqlite(state); CostsAtHand costs = new CostsAtHand(data, new JdbcCostSegmentStore(database))) {
      costs.load(Files.writeString(folder.resolve("old.csv"), LINES));
    }
    Path fresh = Files.writeString(folder.resolve("new.csv"), LINES.replace("1.25", "100"));
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "-cp", System.getProperty("java.class.path"), DyingImport.class.getName(),
        data.toString(), state.toString(), fresh.toString())
        .redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("output"))).isEqualTo(9);
    try (Database database = Database.sqlite(state)) {
      JdbcCostSegmentStore segments = new JdbcCostSegmentStore(database);
      try (var walk = Files.walk(data)) {
        assertThat(walk.filter(Files::isRegularFile)).as("the broken import has left files").hasSizeGreaterThan(2);
      }
      try (CostsAtHand costs = new CostsAtHand(data, segments)) {
        assertThat(costs.files()).hasSize(2).allMatch(name -> name.startsWith("segments/"));
        assertThat(costs.total(Metric.UNBLENDED_COST)).isEqualByComparingTo("3.75");
        costs.load(fresh);
        assertThat(costs.total(Metric.UNBLENDED_COST)).isEqualByComparingTo("102.5");
        assertThat(costs.files()).as("two months, and what they were before").hasSize(4);
        assertThat(segments.imports(OWNER, 9)).extracting(CostImport::status).containsExactlyInAnyOrder(
            CostImport.Status.SUCCEEDED, CostImport.Status.FAILED, CostImport.Status.SUCCEEDED);
        assertThat(segments.running()).isEmpty();
      }
    }
  }

  @Test
  void aRunningImportOfAnotherStartIsLeftAlone(@TempDir Path folder) throws IOException {
    Path data = folder.resolve("costs");
    InMemoryCostSegmentStore segments = new InMemoryCostSegmentStore() {
      @Override
      public synchronized void publish(CostImport finished, List<CostSegment> published) {
        // Another server starts at the very moment at which everything is written and nothing published.
        CostsAtHand other = new CostsAtHand(data, new InMemoryCostSegmentStore());
        other.close();
        super.publish(finished, published);
      }
    };
    try (CostsAtHand costs = new CostsAtHand(data, segments)) {
      costs.load(Files.writeString(folder.resolve("a.csv"), LINES));
      assertThat(costs.total(Metric.UNBLENDED_COST)).isEqualByComparingTo("3.75");
    }
  }
}
