package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bursar.domain.accounts.SignUpPolicy;
import bursar.server.rooms.RunningServer;
import bursar.server.settings.CostInput;
import bursar.server.settings.ServerSettings;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Cost files that are sent to the server. */
class UploadTest {
  private static final long BYTES_MAX = 2_000_000;
  private static final String FOCUS = "ChargePeriodStart,BilledCost,EffectiveCost,BillingCurrency,ChargeCategory,ServiceName\n"
      + "2025-01-01T00:00:00Z,2.5,2,USD,Usage,A\n";

  @TempDir private Path data;
  private RunningServer server;
  private Browser owner;

  @BeforeEach
  void open() {
    server = RunningServer.start(ServerSettings.local(data, 0, SignUpPolicy.OPEN).with(new CostInput(BYTES_MAX, List.of())));
    owner = Browser.ofNewOwner(server.url(), "owner@upload.example");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Answer put(String url, HttpRequest.BodyPublisher body) {
    return Browser.send(HttpRequest.newBuilder(URI.create(server.url() + url)).PUT(body).build());
  }

  private Answer put(String url, String text) {
    return put(url, HttpRequest.BodyPublishers.ofString(text));
  }

  private List<String> targets(String json) {
    return owner.bursar("CreateCostUpload", json).ok().list("Targets").stream().map(target -> target.field("Url").orElseThrow().text()).toList();
  }

  private JsonNode finished(Answer accepted) throws InterruptedException {
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
    for (int asked = 0; asked < 600; asked++) {
      Answer now = owner.bursar("GetCostImport", "{\"ImportId\":\"" + accepted.text("ImportId") + "\"}").ok();
      if (!now.text("Status").equals("RUNNING")) {
        return now.json();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the import does not end");
  }

  private BigDecimal bill(String month) {
    return new BigDecimal(owner.bursar("GetBill", "{\"Month\":\"" + month + "\"}").ok().text("Total"));
  }

  private List<Path> left() throws Exception {
    if (!Files.exists(data.resolve("uploads"))) {
      return List.of();
    }
    for (int asked = 0; asked < 100; asked++) {
      try (Stream<Path> walk = Files.walk(data.resolve("uploads"))) {
        List<Path> files = walk.filter(Files::isRegularFile).toList();
        if (files.isEmpty()) {
          return files;
        }
      }
      Thread.sleep(50);
    }
    try (Stream<Path> walk = Files.walk(data.resolve("uploads"))) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aFileIsSentOnceAndImported() throws Exception {
    Path october = SharedData.folder("cur-legacy-parquet").resolve("Oct2018-WorkshopCUR-00001.snappy.parquet");
    String url = targets("{\"FileNames\":[\"october.parquet\"]}").getFirst();
    assertThat(put(url.replaceFirst("token=.", "token=_"), "x").status()).isEqualTo(404);
    Answer accepted = put(url, HttpRequest.BodyPublishers.ofFile(october));
    assertThat(put(url, HttpRequest.BodyPublishers.ofFile(october)).status()).as("an address is good for one file").isEqualTo(404);
    JsonNode done = finished(accepted);
    assertThat(done.field("Status").orElseThrow().text()).isEqualTo("SUCCEEDED");
    assertThat(done.toString()).contains("october.parquet").doesNotContain(data.toString());
    assertThat(bill("2018-10")).isCloseTo(new BigDecimal("4064.4831315379"), within(new BigDecimal("0.000001")));
    assertThat(left()).isEmpty();
  }

  @Test
  void theImportBeginsWhenTheLastOfSeveralFilesHasArrived() throws Exception {
    List<String> urls = targets("{\"FileNames\":[\"r-Manifest.json\",\"r-1.csv\",\"r-2.csv\"],\"DataSet\":\"azure\"}");
    assertThat(put(urls.get(1), FOCUS).text("FilesAwaited")).isEqualTo("2");
    assertThat(put(urls.get(2), "anything").status()).isEqualTo(200);
    Answer accepted = put(urls.get(0), "{\"assemblyId\":\"a\",\"reportName\":\"r\",\"billingPeriod\":{\"start\":\"20250101T000000.000Z\"},"
        + "\"reportKeys\":[\"r/x/r-1.csv\"]}");
    assertThat(finished(accepted).field("Status").orElseThrow().text()).isEqualTo("SUCCEEDED");
    assertThat(bill("2025-01")).isEqualByComparingTo("2.5");
    assertThat(left()).isEmpty();
  }

  @Test
  void whatIsCutOffTooLargeEmptyOrWrongLeavesNothing() throws Exception {
    String url = targets("{\"FileNames\":[\"a.csv\"]}").getFirst();
    URI address = URI.create(server.url());
    try (Socket socket = new Socket(address.getHost(), address.getPort()); OutputStream out = socket.getOutputStream()) {
      out.write(("PUT " + url + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nContent-Length: 1000000\r\n\r\n" + FOCUS.repeat(100))
          .getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    assertThat(left()).isEmpty();
    // The server sees a moment later that its sender went away; then the address is good again.
    Answer empty = put(url, "");
    for (int asked = 0; asked < 200 && empty.status() == 404; asked++) {
      Thread.sleep(50);
      empty = put(url, "");
    }
    assertThat(empty.status()).isEqualTo(400);
    Answer large = put(url, HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(new byte[(int) BYTES_MAX + 1])));
    assertThat(large.status()).isEqualTo(413);
    assertThat(left()).isEmpty();
    JsonNode failed = finished(put(url, "neither\nnor\n"));
    assertThat(failed.field("Status").orElseThrow().text()).isEqualTo("FAILED");
    assertThat(failed.field("Failure").orElseThrow().text()).startsWith("a.csv has neither the columns");
    assertThat(left()).isEmpty();
    assertThat(owner.bursar("CreateCostUpload", "{\"FileNames\":[\"../a.csv\"]}").body()).contains("is no name for a file");
    assertThat(owner.bursar("CreateCostUpload", "{\"FileNames\":[\"a.csv\",\"a.csv\"]}").body()).contains("same name");
  }

  @Test
  void anotherAccountSeesNothingOfIt() throws Exception {
    Answer accepted = put(targets("{\"FileNames\":[\"a.csv\"]}").getFirst(), FOCUS);
    finished(accepted);
    Browser other = Browser.ofNewOwner(server.url(), "other@upload.example");
    assertThat(other.bursar("GetCostImport", "{\"ImportId\":\"" + accepted.text("ImportId") + "\"}").body()).contains("No import was begun");
    assertThat(other.bursar("ListCostImports", "{}").ok().list("Imports")).isEmpty();
  }
}
