package bursar.storage.state;

import static bursar.storage.state.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.BucketSource;
import bursar.domain.costs.BucketSources;
import bursar.domain.costs.CostImporter;
import bursar.domain.costs.CostUpload;
import bursar.domain.costs.CostUploads;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.SQLDialect;

/** Uploads and buckets: the ways in which cost data comes over the network. */
class CostInputTest {
  private static final AccountId OWNER = new AccountId("111122223333");
  private static final AccountId OTHER = new AccountId("444455556666");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));

  private static CostImporter.Request request(AccountId owner, String... names) {
    return new CostImporter.Request(owner, "azure", List.of(names).stream().map(Path::of).toList(), "me", true, false);
  }

  @BothDatabases
  void aFileIsTakenOnceAndTheUploadIsCompleteWithTheLast(SQLDialect dialect) {
    try (Database database = Databases.fresh(dialect)) {
      CostUploads uploads = new CostUploads(new JdbcCostUploadStore(database), database, RANDOM, now::get);
      CostUploads.Opened opened = database.inTransaction(() -> uploads.open(request(OWNER, "a.csv", "b.csv")));
      String id = opened.upload().uploadId();
      assertThat(opened.upload().dataSet()).isEqualTo("azure");
      assertThat(opened.upload().again()).isTrue();
      assertThat(uploads.take(id, "wrong")).isEmpty();
      assertThat(uploads.take("wrong", opened.tokens().getFirst())).isEmpty();
      CostUploads.Slot first = uploads.take(id, opened.tokens().getFirst()).orElseThrow();
      assertThat(first.file().name()).isEqualTo("a.csv");
      assertThat(uploads.take(id, opened.tokens().getFirst())).as("it is being sent").isEmpty();
      uploads.giveBack(first);
      CostUploads.Slot again = uploads.take(id, opened.tokens().getFirst()).orElseThrow();
      assertThat(uploads.arrived(again).complete()).isFalse();
      assertThat(uploads.take(id, opened.tokens().getFirst())).as("it is here").isEmpty();
      CostUpload done = uploads.arrived(uploads.take(id, opened.tokens().getLast()).orElseThrow());
      assertThat(done.complete()).isTrue();
      uploads.close(id);
      assertThat(uploads.stillOpen()).isEmpty();
    }
  }

  @BothDatabases
  void uploadsExpireAndAreBounded(SQLDialect dialect) {
    try (Database database = Databases.fresh(dialect)) {
      CostUploads uploads = new CostUploads(new JdbcCostUploadStore(database), database, RANDOM, now::get);
      CostUploads.Opened opened = database.inTransaction(() -> uploads.open(request(OWNER, "a.csv")));
      for (int more = 1; more < 20; more++) {
        database.inTransaction(() -> uploads.open(request(OWNER, "a.csv")));
      }
      assertRefused(() -> database.inTransaction(() -> uploads.open(request(OWNER, "a.csv"))), "LimitExceededException", "20 uploads open");
      database.inTransaction(() -> uploads.open(request(OTHER, "a.csv")));
      now.set(now.get().plus(CostUploads.OPEN_FOR));
      assertThat(uploads.take(opened.upload().uploadId(), opened.tokens().getFirst())).isEmpty();
      assertThat(uploads.stillOpen()).isEmpty();
      database.inTransaction(() -> uploads.open(request(OWNER, "a.csv")));
    }
  }

  private static BucketSource source(AccountId owner, String name, String endpoint) {
    return new BucketSource(owner, name, endpoint, "eu-west-1", "b", "p/", "main", "KEY", 60, "me", Instant.EPOCH, null, null);
  }

  @BothDatabases
  void aSourceIsLookedAtWhenItIsDueByOneServerOnly(SQLDialect dialect) {
    try (Database database = Databases.fresh(dialect)) {
      BucketSources sources = new BucketSources(new JdbcBucketSourceStore(database), database,
          new AesSecretBox(new byte[32], RANDOM), List.of("https://s3.example.com"), now::get);
      BucketSource put = sources.put(source(OWNER, "one", "https://S3.example.com/"), "very secret");
      assertThat(put.endpoint()).isEqualTo("https://s3.example.com");
      assertThat(sources.list(OWNER)).containsExactly(put);
      assertThat(sources.list(OTHER)).isEmpty();
      assertThat(sources.secret(put)).isEqualTo("very secret");
      assertThat(sources.takeDue()).containsExactly(put);
      assertThat(sources.takeDue()).as("taken a moment ago").isEmpty();
      sources.note(put, "Imported.", Map.of("2026-10", "abc"));
      sources.note(put, "Imported again.", Map.of("2026-10", "abd", "2026-11", "x"));
      BucketSource noted = sources.list(OWNER).getFirst();
      assertThat(noted.outcome()).isEqualTo("Imported again.");
      assertThat(noted.checkedAt()).isEqualTo(now.get());
      assertThat(sources.parts(put)).containsOnly(Map.entry("2026-10", "abd"), Map.entry("2026-11", "x"));
      now.set(now.get().plus(Duration.ofMinutes(60)));
      assertThat(sources.takeDue()).containsExactly(noted);
      now.set(now.get().plusSeconds(1));
      BucketSource replaced = sources.put(source(OWNER, "one", "https://s3.example.com"), "other");
      assertThat(sources.parts(replaced)).as("what was read of the old one is forgotten").isEmpty();
      sources.note(put, "Too late.", Map.of("2026-10", "abc"));
      assertThat(sources.list(OWNER)).containsExactly(replaced);
      assertThat(sources.secret(replaced)).isEqualTo("other");
      assertRefused(() -> sources.put(source(OWNER, "two", "https://elsewhere.example.com"), "s"), "ValidationException",
          "does not allow buckets at https://elsewhere.example.com");
      sources.delete(OWNER, "one");
      assertRefused(() -> sources.delete(OWNER, "one"), "NoSuchEntity", "has no source one");
    }
  }
}
