package bursar.storage.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostSegment;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What of keeping costs in Trino needs no Trino. */
class TrinoWithoutClusterTest {
  private static CostSegment month(String fileName) {
    Instant start = Instant.parse("2025-01-01T00:00:00Z");
    return new CostSegment(CostsAtHand.OWNER, "main", YearMonth.of(2025, 1), fileName, "i", 1, Set.of("USD"), start, start);
  }

  private static InMemoryCostSegmentStore published(String fileName) {
    InMemoryCostSegmentStore segments = new InMemoryCostSegmentStore();
    CostImport done = new CostImport("i", CostsAtHand.OWNER, "main", CostImport.Status.RUNNING, Instant.EPOCH, null, "the test", List.of(), "", 0, 0,
        List.of(), List.of(), null);
    segments.publish(done.failed(Instant.EPOCH, "nothing"), List.of(month(fileName)));
    return segments;
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new TrinoEngine("jdbc:trino://host:8080/cost", null, 1)).isInstanceOf(Failure.class)
        .hasMessageContaining("jdbc:trino://host:port/catalog/schema");
  }

  @Test
  @Timeout(60)
  void aClusterThatIsNotThereIsNamed() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    TrinoEngine engine = new TrinoEngine("jdbc:trino://127.0.0.1:" + port + "/cost/bursar", null, 1);
    assertThatThrownBy(() -> engine.command("SELECT 1")).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Trino at jdbc:trino://127.0.0.1:" + port).hasMessageContaining("does not answer");
  }

  @Test
  void noEngineAnswersForTheMonthsOfTheOther(@TempDir Path folder) {
    String kept = MonthLake.name("111122223333", "2025-01", "i");
    assertThatThrownBy(() -> DuckDbCosts.open(folder, published(kept), InstantSource.system())).isInstanceOf(Failure.class)
        .hasMessageContaining("--costs-engine trino");
    TrinoCosts.Cluster cluster = new TrinoCosts.Cluster("jdbc:trino://127.0.0.1:1/cost/bursar", null, folder, "local:///");
    assertThatThrownBy(() -> TrinoCosts.open(folder, cluster, published("111122223333/2025-01.i.duckdb"), InstantSource.system()))
        .isInstanceOf(Failure.class).hasMessageContaining("kept by DuckDB");
  }

  @Test
  void aMonthIsInTheLakeWholeOrNotAtAll(@TempDir Path folder) throws IOException {
    MonthLake lake = new MonthLake(folder.resolve("lake"), "s3://bucket/costs/");
    String name = MonthLake.name("111122223333", "2025-01", "one-import");
    assertThat(lake.location(name)).isEqualTo("s3://bucket/costs/111122223333/month_version=2025-01.one-import");
    assertThat(new MonthLake(folder, "local:///").location("a")).isEqualTo("local:///a");
    lake.put(name, Files.writeString(folder.resolve("file"), "rows"));
    assertThat(lake.names()).containsExactly(name);
    assertThat(List.of(MonthLake.ownerOf(name), MonthLake.versionOf(name), MonthLake.importOf(name)))
        .containsExactly("111122223333", "2025-01.one-import", "one-import");
    assertThat(lake.path(name)).isDirectoryContaining(file -> file.getFileName().toString().equals("lines.parquet"));
    lake.remove(name);
    lake.remove(name);
    assertThat(lake.names()).isEmpty();
  }

  @Test
  void expressionsAreSpelledForTheEngineTheyAreAskedOf() {
    Field<String> team = EngineSql.entry(CostLine.TAGS, "team");
    assertThat(DSL.using(SQLDialect.DUCKDB).renderInlined(team)).isEqualTo("\"tags\"['team']");
    assertThat(DSL.using(SQLDialect.TRINO).renderInlined(team)).isEqualTo("element_at(\"tags\", 'team')");
    assertThat(DSL.using(SQLDialect.TRINO).render(EngineSql.endsWith(team, "50%"))).contains("like").doesNotContain("suffix");
    assertThat(DSL.using(SQLDialect.TRINO).renderInlined(EngineSql.matches(team, "a.*"))).contains("regexp_like", "\\A(?:a.*)\\z");
  }
}
