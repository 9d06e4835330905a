package bursar.server;

import static bursar.server.Outcome.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Imports that are killed, refused, and taken back, through the program itself. */
class ImportSafetyTest {
  private static final String OCTOBER = "Oct2018-WorkshopCUR-00001.snappy.parquet";
  private static final String NOVEMBER = "Nov2018-WorkshopCUR-00001.snappy.parquet";
  private static final Pattern UNDO = Pattern.compile("--undo (\\S+)");

  @TempDir private Path folder;

  private Path data() {
    return folder.resolve("data");
  }

  private void create() {
    Outcome made = run(Browser.PASSWORD + "\n", "account", "create", "--data", data().toString(), "--email", "owner@import.example", "--name",
        "Owner", "--account-id", "111122223333", "--password-stdin");
    assertThat(made.code()).as(made.err()).isZero();
  }

  private Outcome bring(Object... paths) {
    List<String> arguments = Stream.concat(Stream.of("import", "--account", "111122223333", "--data", data().toString()),
        Stream.of(paths).map(Object::toString)).toList();
    return run("", arguments.toArray(String[]::new));
  }

  private static Path cur(String file) {
    return SharedData.folder("cur-legacy-parquet").resolve(file);
  }

  private List<String> files() throws Exception {
    try (Stream<Path> walk = Files.walk(data().resolve("costs"))) {
      return walk.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** The bill of a month, as the owner's browser is told it. */
  private static BigDecimal bill(String url, String month) {
    Browser owner = new Browser(url);
    assertThat(owner.signInRoot("owner@import.example", Browser.PASSWORD).status()).isEqualTo(204);
    return new BigDecimal(owner.bursar("GetBill", "{\"Month\":\"" + month + "\"}").ok().text("Total"));
  }

  @Test
  @Timeout(value = 180, unit = TimeUnit.SECONDS)
  void anImportKilledInItsMiddleChangesNothing() throws Exception {
    create();
    assertThat(bring(cur(OCTOBER)).code()).isZero();
    List<String> before = files();
    // The same rows eight times, so that October would cost eight times as much.
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int copy = 0; copy < 8; copy++) {
      Files.copy(cur(OCTOBER), many.resolve("october-" + copy + ".parquet"));
    }
    try (ServerProcess server = ServerProcess.serve(data())) {
      Process importing = ServerProcess.bursar(List.of("import", many.toString(), "--account", "111122223333", "--data", data().toString()))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      try (var lines = importing.errorReader()) {
        String line = lines.readLine();
        while (line != null && !line.contains("october-3")) {
          line = lines.readLine();
        }
        assertThat(line).as("it reads the fourth of eight files").isNotNull();
        assertThat(bill(server.url, "2018-10")).isCloseTo(new BigDecimal("4064.4831315379"), within(new BigDecimal("0.000001")));
        server.kill();
        assertThat(importing.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(importing.exitValue()).isNotZero();
      }
    }
    try (ServerProcess again = ServerProcess.serve(data())) {
      assertThat(files()).isEqualTo(before);
      assertThat(bill(again.url, "2018-10")).isCloseTo(new BigDecimal("4064.4831315379"), within(new BigDecimal("0.000001")));
      Browser owner = new Browser(again.url);
      owner.signInRoot("owner@import.example", Browser.PASSWORD);
      List<JsonNode> imports = owner.bursar("ListCostImports", "{}").ok().list("Imports");
      assertThat(imports.getFirst().field("Status").orElseThrow().text()).isEqualTo("FAILED");
      assertThat(imports.getFirst().field("Failure").orElseThrow().text()).contains("ended in the middle of the import; nothing was changed");
      Outcome both = bring(cur(OCTOBER), cur(NOVEMBER));
      assertThat(both.code()).as(both.err()).isZero();
      assertThat(bill(again.url, "2018-10").add(bill(again.url, "2018-11")))
          .isCloseTo(new BigDecimal("7569.8100996647"), within(new BigDecimal("0.000001")));
    }
  }

  @Test
  void anImportIsTakenBackAndTheTrailTellsIt() throws Exception {
    create();
    Path cheap = Files.writeString(folder.resolve("cheap.csv"), "ChargePeriodStart,BilledCost,EffectiveCost,BillingCurrency,ChargeCategory\n"
        + "2018-10-01T00:00:00Z,1,1,USD,Usage\n2018-10-01 00:00:00,2,2,USD,Usage\n");
    Outcome first = bring(cheap);
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).contains("Read although written otherwise", "cheap.csv, column ChargePeriodStart: date and time not written as"
        + " YYYY-MM-DDTHH:MM:SSZ, read as UTC (1 rows, first row 2: '2018-10-01 00:00:00')", "no such column; its rows are of no service");
    Outcome second = bring(cur(OCTOBER));
    Matcher id = UNDO.matcher(second.err());
    assertThat(id.find()).as(second.err()).isTrue();
    Outcome undone = bring("--undo", id.group(1));
    assertThat(undone.code()).as(undone.err()).isZero();
    assertThat(undone.out()).contains("Took back import " + id.group(1), "2018-10 is again what it was before");
    assertThat(files()).as("what is no longer needed is gone").hasSize(1);
    Outcome again = bring("--undo", id.group(1));
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("cannot be undone: it was undone already.");
    try (ServerProcess server = ServerProcess.serve(data())) {
      assertThat(bill(server.url, "2018-10")).isEqualByComparingTo("3");
      Browser owner = new Browser(server.url);
      owner.signInRoot("owner@import.example", Browser.PASSWORD);
      String trail = owner.post("/", "application/x-amz-json-1.1", java.util.Map.of("X-Amz-Target",
          "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents"), "{}").ok().body();
      assertThat(trail).contains("UndoCostImport", id.group(1));
      String firstId = owner.bursar("ListCostImports", "{}").ok().list("Imports").getLast().field("ImportId").orElseThrow().text();
      owner.bursar("UndoCostImport", "{\"ImportId\":\"" + firstId + "\"}");
      assertThat(owner.bursar("UndoCostImport", "{\"ImportId\":\"" + firstId + "\"}").body()).contains("no longer kept");
    }
  }

  @Test
  void aDeliveryThatIsThereIsToldAndForcedOnlyWhenAsked() throws Exception {
    create();
    Path report = Files.createDirectories(folder.resolve("report/20181001-20181101"));
    Files.copy(cur(OCTOBER), report.resolve("report-00001.snappy.parquet"));
    Files.writeString(report.resolve("report-Manifest.json"), "{\"assemblyId\":\"a-1\",\"reportName\":\"report\",\"billingPeriod\":"
        + "{\"start\":\"20181001T000000.000Z\",\"end\":\"20181101T000000.000Z\"},"
        + "\"reportKeys\":[\"pre/report/20181001-20181101/report-00001.snappy.parquet\"]}");
    assertThat(bring(folder.resolve("report")).out()).contains("Imported 119,307 rows");
    Outcome unchanged = bring(folder.resolve("report"));
    assertThat(unchanged.code()).isZero();
    assertThat(unchanged.out()).contains("Delivery a-1 of report report for 2018-10 is there already.", "Nothing was changed.");
    assertThat(bring("--force", folder.resolve("report")).out()).contains("Imported 119,307 rows");
    Files.delete(report.resolve("report-00001.snappy.parquet"));
    Outcome missing = bring("--force", folder.resolve("report"));
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("names the file pre/report/20181001-20181101/report-00001.snappy.parquet, which is not in",
        "Nothing was changed.");
  }
}
