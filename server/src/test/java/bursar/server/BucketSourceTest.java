package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.accounts.SignUpPolicy;
import bursar.domain.accounts.AccountId;
import bursar.domain.costs.BucketSource;
import bursar.domain.costs.CostBucket;
import bursar.server.rooms.RunningServer;
import bursar.server.settings.CostInput;
import bursar.server.settings.ServerSettings;
import bursar.storage.buckets.S3CostBucket;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cost data that is read from a bucket again and again. */
class BucketSourceTest {
  private static final String BUCKET = "cost-reports";
  private static final String HEADER = "lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/LineItemType,lineItem/UnblendedCost,"
      + "bill/BillingPeriodStartDate\n";

  @TempDir private Path data;
  private StoreOfBuckets store;
  private RunningServer server;
  private Browser owner;
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));

  @BeforeEach
  void open() throws Exception {
    store = new StoreOfBuckets(BUCKET);
    InstantSource clock = now::get;
    server = RunningServer.start(ServerSettings.local(data, 0, SignUpPolicy.OPEN)
        .with(new CostInput(1_000_000, List.of(store.endpoint() + "/"))), clock);
    owner = Browser.ofNewOwner(server.url(), "owner@bucket.example");
  }

  @AfterEach
  void close() {
    server.close();
    store.close();
  }

  private static String row(String month, String cost) {
    return month + "-03T00:00:00Z,000000000001,Usage," + cost + "," + month + "-01T00:00:00Z\n";
  }

  private Answer source(String endpoint) {
    return owner.bursar("PutCostSource", "{\"Name\":\"reports\",\"Endpoint\":\"" + endpoint + "\",\"Region\":\"eu-west-1\",\"Bucket\":\"" + BUCKET
        + "\",\"Prefix\":\"pre/\",\"SourceAccessKeyId\":\"KEY\",\"SourceSecretAccessKey\":\"not to be shown\",\"IntervalMinutes\":5}");
  }

  private String look() throws Exception {
    now.set(now.get().plus(Duration.ofMinutes(5)));
    server.rooms().bucketChecks().checkDue();
    for (int asked = 0; asked < 400; asked++) {
      var listed = owner.bursar("ListCostSources", "{}").ok().list("Sources").getFirst();
      // The server's own thread may have taken the look a moment before.
      if (listed.field("CheckedAt").isPresent() && new BigDecimal(listed.field("CheckedAt").orElseThrow().asNumber()).longValue() == now.get().getEpochSecond()
          && listed.field("Outcome").isPresent() && nothingFetched()) {
        return listed.field("Outcome").orElseThrow().text();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("nobody looked: " + owner.bursar("ListCostSources", "{}").body());
  }

  private boolean nothingFetched() throws Exception {
    if (!Files.exists(data.resolve("fetched"))) {
      return true;
    }
    try (Stream<Path> files = Files.list(data.resolve("fetched"))) {
      return files.findAny().isEmpty();
    }
  }

  private BigDecimal bill(String month) {
    return new BigDecimal(owner.bursar("GetBill", "{\"Month\":\"" + month + "\"}").ok().text("Total"));
  }

  private void deliver(String month, String assembly, String cost) {
    String period = month.equals("2018-01") ? "20180101-20180201" : "20180201-20180301";
    String key = "pre/report/" + period + "/" + assembly + "/report-1.csv";
    store.put(key, HEADER + row(month, cost));
    store.put("pre/report/" + period + "/report-Manifest.json", "{\"assemblyId\":\"" + assembly + "\",\"reportName\":\"report\",\"billingPeriod\":"
        + "{\"start\":\"" + period.substring(0, 8) + "T000000.000Z\"},\"reportKeys\":[\"" + key + "\"]}");
  }

  @Test
  @Timeout(90)
  void newDeliveriesAreFoundFetchedAndReplaceTheirMonths() throws Exception {
    deliver("2018-01", "a1", "10");
    deliver("2018-02", "b1", "5");
    store.put("elsewhere/c.csv", HEADER + row("2018-01", "1000"));
    source(store.endpoint()).ok();
    assertThat(look()).isEqualTo("Imported 2 rows of 2018-01, 2018-02.");
    assertThat(bill("2018-01")).isEqualByComparingTo("10");
    store.asked.clear();
    assertThat(look()).isEqualTo("Nothing is new.");
    assertThat(store.asked).as("only lists").allMatch(asked -> asked.equals("GET "));
    deliver("2018-01", "a2", "7");
    store.asked.clear();
    assertThat(look()).isEqualTo("Imported 1 rows of 2018-01.");
    assertThat(store.asked).filteredOn(asked -> asked.endsWith(".csv")).containsExactly("GET pre/report/20180101-20180201/a2/report-1.csv");
    assertThat(bill("2018-01")).isEqualByComparingTo("7");
    assertThat(bill("2018-02")).isEqualByComparingTo("5");
    assertThat(nothingFetched()).isTrue();
    assertThat(owner.bursar("ListCostSources", "{}").body()).doesNotContain("not to be shown");
    assertThat(owner.bursar("ListCostImports", "{}").body()).contains("s3://cost-reports/pre/").doesNotContain(data.toString());
    owner.bursar("DeleteCostSource", "{\"Name\":\"reports\"}").ok();
    assertThat(owner.bursar("ListCostSources", "{}").ok().list("Sources")).isEmpty();
    assertThat(bill("2018-02")).isEqualByComparingTo("5");
  }

  @Test
  @Timeout(90)
  void changedFilesWithoutManifestsReplaceTheirMonths() throws Exception {
    store.put("pre/BILLING_PERIOD=2018-01/x-1.csv", HEADER + row("2018-01", "1"));
    store.put("pre/BILLING_PERIOD=2018-01/x-2.csv", HEADER + row("2018-01", "2"));
    store.put("pre/BILLING_PERIOD=2018-02/x-1.csv", HEADER + row("2018-02", "4"));
    source(store.endpoint()).ok();
    assertThat(look()).startsWith("Imported 3 rows");
    store.put("pre/BILLING_PERIOD=2018-01/x-2.csv", HEADER + row("2018-01", "20"));
    assertThat(look()).isEqualTo("Imported 2 rows of 2018-01.");
    assertThat(bill("2018-01")).isEqualByComparingTo("21");
    assertThat(bill("2018-02")).isEqualByComparingTo("4");
    store.put("pre/BILLING_PERIOD=2018-02/x-1.csv", "neither\nnor\n");
    assertThat(look()).startsWith("x-1.csv has neither the columns");
    assertThat(bill("2018-02")).isEqualByComparingTo("4");
    store.put("pre/BILLING_PERIOD=2018-02/x-1.csv", HEADER + row("2018-02", "8"));
    assertThat(look()).isEqualTo("Imported 1 rows of 2018-02.");
  }

  @Test
  void onlyAddressesTheOperatorAllowsAreCalled() {
    assertThat(source("http://127.0.0.1:1").body()).contains("The operator of this server does not allow buckets at http://127.0.0.1:1.",
        "Allowed are " + store.endpoint());
    assertThat(source("http://169.254.169.254/latest").status()).isEqualTo(400);
    assertThat(source(store.endpoint() + "/").status()).isEqualTo(200);
  }

  private S3CostBucket impatient(String endpoint) {
    BucketSource source = new BucketSource(new AccountId("111122223333"), "s", endpoint, "eu-west-1", BUCKET, "pre/", "main", "KEY", 60, "me",
        Instant.EPOCH, null, null);
    Duration moment = Duration.ofMillis(400);
    return new S3CostBucket(source, "secret", new S3CostBucket.Patience(moment, moment, Duration.ofSeconds(2), Duration.ofMillis(800), 1_000_000));
  }

  @Test
  @Timeout(90)
  void aBucketThatIsSilentSlowOrRefusesIsTold() throws Exception {
    store.put("pre/a.csv", "x".repeat(300_000));
    try (S3CostBucket bucket = impatient(store.endpoint())) {
      CostBucket.Item item = bucket.list().getFirst();
      store.be(StoreOfBuckets.Mood.BREAKING_OFF);
      bucket.fetch(item, data.resolve("a.csv"));
      assertThat(Files.size(data.resolve("a.csv"))).isEqualTo(300_000);
      assertThat(store.asked).containsExactly("GET pre/a.csv", "GET pre/a.csv bytes=150000-");
      store.be(StoreOfBuckets.Mood.FALLING_SILENT);
      assertThatThrownBy(() -> bucket.fetch(item, data.resolve("b.csv"))).hasMessageContaining("object pre/a.csv").hasMessageEndingWith(".");
      store.be(StoreOfBuckets.Mood.SILENT);
      assertThatThrownBy(bucket::list).hasMessageContaining("The bucket s3://cost-reports/pre/ at http://127.0.0.1").hasMessageContaining("did not answer");
      store.be(StoreOfBuckets.Mood.REDIRECTING);
      assertThatThrownBy(bucket::list).hasMessageContaining("answered with a redirect, which is not followed");
      store.be(StoreOfBuckets.Mood.REFUSING);
      assertThatThrownBy(bucket::list).hasMessageContaining("could not be listed: it answered 403 InvalidAccessKeyId.");
      store.be(StoreOfBuckets.Mood.WELL);
      store.put("pre/a.csv", "changed");
      assertThatThrownBy(() -> bucket.fetch(item, data.resolve("c.csv"))).hasMessageContaining("it answered 412 PreconditionFailed");
    }
    try (S3CostBucket nobody = impatient("http://127.0.0.1:1")) {
      assertThatThrownBy(nobody::list).hasMessageContaining("could not be listed").hasMessageEndingWith(".");
    }
  }
}
