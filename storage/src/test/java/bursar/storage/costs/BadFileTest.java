package bursar.storage.costs;

import static bursar.storage.costs.CostsAtHand.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.Metric;
import bursar.storage.state.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what they should be, and a disk that is full: one sentence, and nothing changed or left behind. */
class BadFileTest {
  private static final String HEADER = "line_item_usage_start_date,line_item_usage_account_id,line_item_line_item_type,line_item_unblended_cost,"
      + "bill_billing_period_start_date,bill_billing_period_end_date\n";
  private static final String ROW = "2025-01-03T00:00:00Z,1,Usage,1.5,2025-01-01T00:00:00Z,2025-02-01T00:00:00Z\n";

  @TempDir Path folder;
  private CostsAtHand costs;

  @BeforeEach
  void open() throws IOException {
    costs = new CostsAtHand(folder.resolve("costs"));
    costs.load(Files.writeString(folder.resolve("good.csv"), HEADER + ROW));
  }

  @AfterEach
  void close() {
    costs.close();
  }

  private void refused(Path file, String... parts) {
    List<String> before = costs.files();
    assertThatThrownBy(() -> costs.load(file)).isInstanceOfSatisfying(Failure.class,
        failure -> assertThat(failure.sentence()).contains(parts).endsWith("."));
    assertThat(costs.files()).isEqualTo(before);
    assertThat(costs.total(Metric.UNBLENDED_COST)).isEqualByComparingTo("1.5");
    assertThat(costs.segments.running()).isEmpty();
  }

  private Path parquet(String name, String select) throws SQLException {
    Path file = folder.resolve(name);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
      statement.execute("COPY (" + select + ") TO " + SqlText.literal(file.toString()) + " (FORMAT parquet)");
    }
    return file;
  }

  @Test
  void columnsOfTheWrongTypeAreNamed() throws SQLException {
    String rest = ", '1' AS line_item_usage_account_id, 'Usage' AS line_item_line_item_type";
    refused(parquet("time.parquet", "SELECT 7 AS line_item_usage_start_date, 1.5 AS line_item_unblended_cost" + rest),
        "row 1 of time.parquet", "column line_item_usage_start_date: '7' is not a date and time");
    refused(parquet("cost.parquet", "SELECT TIMESTAMP '2025-01-01' AS line_item_usage_start_date, [1.5] AS line_item_unblended_cost" + rest),
        "row 1 of cost.parquet", "column line_item_unblended_cost: '[1.5]' is not a number");
    refused(parquet("text.parquet", "SELECT TIMESTAMP '2025-01-01' AS line_item_usage_start_date, 'much' AS line_item_unblended_cost" + rest),
        "row 1 of text.parquet", "column line_item_unblended_cost: 'much' is not a number");
    refused(parquet("nan.parquet", "SELECT TIMESTAMP '2025-01-01' AS line_item_usage_start_date, 'nan'::DOUBLE AS line_item_unblended_cost" + rest),
        "row 1 of nan.parquet", "column line_item_unblended_cost: 'nan' is not a number");
  }

  @Test
  void impossibleTimesAreRefusedRowByRow() throws IOException {
    CostImport done = costs.load(Files.writeString(folder.resolve("times.csv"), HEADER + ROW
        + ROW.replace("2025-01-03", "2025-13-03") + ROW.replace("2025-01-03", "-2025-01-03") + ROW.replace("2025-01-03T00:00:00Z", "infinity")
        + ROW.replace("2025-01-03T00:00:00Z", "5/1/25") + ROW.replace("2025-01-03", "1025-01-03")
        + ROW.replace("2025-02-01", "2024-12-01")));
    assertThat(done.rowsRefused()).isEqualTo(6);
    assertThat(done.refusals()).extracting(CostImport.Refusal::row).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(done.refusals().getFirst().reason())
        .isEqualTo("column line_item_usage_start_date: '2025-13-03T00:00:00Z' is not a date and time of the years 2000 to 2199");
    assertThat(done.refusals().getLast().reason())
        .isEqualTo("column bill_billing_period_end_date: the period ends before it begins (column bill_billing_period_start_date)");
    assertThat(done.months()).containsExactly(YearMonth.of(2025, 1));
    refused(Files.writeString(folder.resolve("negative.csv"), HEADER + ROW.replace("2025-02-01", "2024-12-01")),
        "row 1 of negative.csv", "bill_billing_period_end_date", "ends before it begins");
  }

  @Test
  void filesOfAnotherKindAreNamedForWhatTheyAre() throws IOException {
    refused(Files.write(folder.resolve("report.zip"), new byte[] {'P', 'K', 3, 4, 9, 9, 9}), "report.zip is a ZIP archive", "Unpack");
    refused(Files.writeString(folder.resolve("utf16.csv"), HEADER, StandardCharsets.UTF_16LE), "utf16.csv", "neither Parquet nor");
    refused(Files.writeString(folder.resolve("wrong.csv"), ROW + ROW), "wrong.csv", "columns");
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void gigabytesOfGarbageAreRefusedByTheirBeginning() throws IOException {
    Path sparse = folder.resolve("sparse.csv");
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      file.setLength(10L << 30);
    }
    refused(sparse, "sparse.csv", "neither Parquet nor text");
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      file.write(HEADER.getBytes(StandardCharsets.UTF_8));
    }
    refused(sparse, "sparse.csv: row 1 does not end within");
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      file.write("PAR1".getBytes(StandardCharsets.UTF_8));
    }
    refused(sparse, "sparse.csv", "damaged or cut off");
    Files.delete(sparse);
    byte[] noise = new byte[4 << 20];
    new Random(5).nextBytes(noise);
    Path half = folder.resolve("half.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(half))) {
      out.write(HEADER.getBytes(StandardCharsets.UTF_8));
      out.write(noise);
    }
    refused(half, "half.csv.gz has a header, but from row 1 on", "not UTF-8 text");
    Path words = folder.resolve("words.csv");
    try (var out = Files.newBufferedWriter(words)) {
      out.write(HEADER);
      for (int line = 0; line < 300_000; line++) {
        out.write("no table at all\n");
      }
    }
    refused(words, "More than 19999 rows of words.csv cannot be split", "row 1: has fewer values than the 6 columns");
  }

  /** The process: imports one file once it is told to, and says the failure. */
  public static final class LimitedImport {
    private LimitedImport() {}

    /** Takes the folder, the state database and the file to import. */
    public static void main(String[] arguments) throws IOException {
      try (Database database = Database.sqlite(Path.of(arguments[1]));
          CostsAtHand costs = new CostsAtHand(Path.of(arguments[0]), new JdbcCostSegmentStore(database))) {
        System.out.println("ready");
        System.in.read();
        costs.load(Path.of(arguments[2]));
      } catch (Failure failure) {
        System.out.println(failure.sentence());
        System.exit(3);
      }
    }
  }

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void aDiskThatFillsUpInTheMiddleChangesNothing() throws IOException, InterruptedException {
    Path state = folder.resolve("state.sqlite");
    Path data = folder.resolve("limited");
    try (Database database = Database.sqlite(state); CostsAtHand limited = new CostsAtHand(data, new JdbcCostSegmentStore(database))) {
      limited.load(folder.resolve("good.csv"));
    }
    Path october = SharedData.folder().resolve("cur-legacy-parquet/Oct2018-WorkshopCUR-00001.snappy.parquet");
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-XX:-UsePerfData",
        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "-cp", System.getProperty("java.class.path"),
        LimitedImport.class.getName(), data.toString(), state.toString(), october.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output;
    try (var lines = process.inputReader(); OutputStream go = process.getOutputStream()) {
      assertThat(lines.readLine()).isEqualTo("ready");
      // From now on no file of the process may grow beyond 1 MiB: the rows of October take up more.
      Process limit = new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=1048576").inheritIO().start();
      assertThat(limit.waitFor()).isZero();
      go.write('\n');
      go.flush();
      output = lines.readLine();
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isEqualTo(3);
    assertThat(output).contains("The disk of the cost data was full while the rows of", "Nothing was changed");
    try (Database database = Database.sqlite(state)) {
      JdbcCostSegmentStore segments = new JdbcCostSegmentStore(database);
      try (var walk = Files.walk(data)) {
        assertThat(walk.filter(Files::isRegularFile)).as("nothing is left behind").hasSize(1);
      }
      try (CostsAtHand limited = new CostsAtHand(data, segments)) {
        assertThat(limited.total(Metric.UNBLENDED_COST)).isEqualByComparingTo("1.5");
        assertThat(segments.imports(OWNER, 9)).extracting(CostImport::status)
            .containsExactlyInAnyOrder(CostImport.Status.SUCCEEDED, CostImport.Status.FAILED);
        limited.load(october);
        CostsAtHand.close("October", limited.total(Metric.UNBLENDED_COST), new BigDecimal("4065.9831315379"));
      }
    }
  }
}
