package bursar.storage.costs;

import static bursar.storage.costs.CostsAtHand.ALL;
import static bursar.storage.costs.CostsAtHand.OWNER;
import static bursar.storage.costs.CostsAtHand.always;
import static bursar.storage.costs.CostsAtHand.by;
import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostImporter;
import bursar.domain.costs.CostQuery;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.DimensionValuesQuery;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import bursar.domain.costs.RowsQuery;
import bursar.domain.costs.TagsQuery;
import bursar.domain.costs.ValueMatch;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real months, kept by DuckDB and by a cluster of three Trino nodes: the same answers, to the last digit, also while a node dies. */
@Tag("trino")
class TrinoClusterTest {
  private static final String MONTHS = "cur-legacy-parquet";
  private static final List<Metric> METRICS = List.of(Metric.values());

  @TempDir
  private static Path folder;

  private static CostData duckDb;
  private static CostData trino;
  private static TrinoCluster cluster;

  @BeforeAll
  static void load() throws IOException, InterruptedException {
    long start = System.nanoTime();
    cluster = TrinoCluster.shared();
    figure("three nodes with 1 GB each, started or found running in %.0f s: %s", seconds(start), cluster.version());
    duckDb = DuckDbCosts.open(folder.resolve("duckdb"), new InMemoryCostSegmentStore(), InstantSource.fixed(CostsAtHand.NOW));
    trino = cluster.costs(folder.resolve("trino"), new InMemoryCostSegmentStore(), InstantSource.fixed(CostsAtHand.NOW));
    load(duckDb, "DuckDB", SharedData.folder().resolve(MONTHS));
    load(trino, "Trino", SharedData.folder().resolve(MONTHS));
  }

  private static CostImport load(CostData costs, String engine, Path path) {
    long start = System.nanoTime();
    CostImport done = costs.importer().importFiles(
        new CostImporter.Request(OWNER, CostImport.DEFAULT_DATA_SET, List.of(path), "the test"), CostImporter.Progress.SILENT);
    figure("import of %d rows of %d months for %s: %.1f s", done.rowsRead(), done.months().size(), engine, seconds(start));
    return done;
  }

  @AfterAll
  static void close() {
    Stream.of(trino, duckDb).filter(one -> one != null).forEach(CostData::close);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Adds a line to what the run reports. */
  private static void figure(String text, Object... values) {
    try {
      Files.writeString(Path.of("target", "trino-figures.md"), "- " + String.format(java.util.Locale.ROOT, text, values) + "\n",
          StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static <T> void same(String what, Function<CostStore, T> question) {
    long before = System.nanoTime();
    T expected = question.apply(duckDb.store());
    double first = seconds(before) * 1_000;
    var _ = question.apply(trino.store());
    long again = System.nanoTime();
    assertThat(question.apply(trino.store())).as(what).isEqualTo(expected);
    figure("%s: the same from both; DuckDB %.0f ms, Trino %.0f ms", what, first, seconds(again) * 1_000);
  }

  private static Map<String, BigDecimal> sums(CostStore store, Granularity granularity, CostFilter filter, GroupKey... keys) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (CostAnswer.Period period : store.query(ALL, new CostQuery(always(), granularity, METRICS, filter, List.of(keys))).periods()) {
      period.total().forEach((metric, amount) -> sums.put(period.span() + " " + metric + " " + amount.unit(), amount.value().stripTrailingZeros()));
      period.groups().forEach(group -> group.amounts().forEach((metric, amount) ->
          sums.put(period.span() + " " + group.keys() + " " + metric + " " + amount.unit(), amount.value().stripTrailingZeros())));
    }
    return sums;
  }

  @Test
  void everyMetricIsTheSameToTheLastDigit() {
    same("month by service, all metrics", store -> sums(store, Granularity.MONTHLY, CostFilter.EVERYTHING, by(Dimension.SERVICE)));
    same("day by account, all metrics", store -> sums(store, Granularity.DAILY, CostFilter.EVERYTHING, by(Dimension.LINKED_ACCOUNT)));
    same("month by a tag and usage type group, all metrics", store ->
        sums(store, Granularity.MONTHLY, CostFilter.EVERYTHING, new GroupKey.ByTag("department"), by(Dimension.USAGE_TYPE_GROUP)));
    same("month by description of the line, from the source's own column", store -> sums(store, Granularity.MONTHLY,
        CostFilter.dimension(Dimension.SERVICE_CODE, "AmazonEC2"), new GroupKey.BySourceColumn("line_item_line_item_description")));
    same("month under a filter by tag and a part of the usage type", store -> sums(store, Granularity.MONTHLY, CostFilter.and(
        CostFilter.not(CostFilter.tag("department", "Sales")),
        CostFilter.dimension(Dimension.USAGE_TYPE, ValueMatch.of(List.of("Usage"), Set.of("CONTAINS")))), by(Dimension.REGION)));
  }

  @Test
  void valuesAndColumnsAreTheSame() {
    TagsQuery all = new TagsQuery(always(), null, CostFilter.EVERYTHING);
    for (Dimension dimension : List.of(Dimension.SERVICE, Dimension.LINKED_ACCOUNT, Dimension.RESOURCE_ID)) {
      same("values of " + dimension, store -> store.values(ALL, new DimensionValuesQuery(always(), dimension, null, CostFilter.EVERYTHING)));
    }
    same("keys of tags", store -> store.tagKeys(ALL, all));
    same("months", store -> store.months(ALL));
    same("linked accounts", store -> store.linkedAccounts(ALL).stream().map(one -> one.accountId() + one.name() + one.firstMonth()
        + one.lastMonth() + one.unblendedCost().stripTrailingZeros().toPlainString()).toList());
    same("columns of the source", store -> store.sourceColumns(ALL).stream().toList());
    same("values of a column every line has", store -> store.valuesOf(ALL, new GroupKey.BySourceColumn("ChargePeriodStart"), all));
  }

  @Test
  void everyRowIsTheSame() {
    List<RowsQuery.Field> fields = new ArrayList<>(List.of(new RowsQuery.Field.Start(), new RowsQuery.Field.End(),
        new RowsQuery.Field.BillingMonth(), new RowsQuery.Field.Unit(), new RowsQuery.Field.Invoice(), new RowsQuery.Field.Tags(),
        new RowsQuery.Field.SourceCategories(), new RowsQuery.Field.Value(new GroupKey.BySourceColumn("line_item_line_item_description"))));
    Arrays.stream(Dimension.values()).map(dimension -> new RowsQuery.Field.Value(by(dimension))).forEach(fields::add);
    METRICS.forEach(metric -> fields.add(new RowsQuery.Field.Sum(metric)));
    RowsQuery query = new RowsQuery(null, fields, CostFilter.dimension(Dimension.LINKED_ACCOUNT, "836060457634"));
    same("whole rows of an account", store -> {
      List<String> rows = new ArrayList<>();
      store.rows(ALL, query, row -> rows.add(String.join("|", row.stream().map(TrinoClusterTest::text).toList())));
      rows.sort(Comparator.naturalOrder());
      assertThat(rows).isNotEmpty();
      return rows;
    });
  }

  private static String text(Object value) {
    return switch (value) {
      case null -> "null";
      case BigDecimal number -> number.stripTrailingZeros().toPlainString();
      case Map<?, ?> map -> new TreeMap<>(map).toString();
      default -> value.toString();
    };
  }

  @Test
  void aWorkerThatDiesInTheMiddleChangesNoAnswer() throws Exception {
    cluster.awaitWorkers(2);
    Map<String, BigDecimal> expected = sums(duckDb.store(), Granularity.MONTHLY, CostFilter.EVERYTHING, by(Dimension.SERVICE));
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger answered = new AtomicInteger();
    AtomicLong longest = new AtomicLong();
    Process victim = cluster.worker();
    try (ExecutorService askers = Executors.newFixedThreadPool(3)) {
      List<Future<?>> asking = new ArrayList<>();
      for (int asker = 0; asker < 3; asker++) {
        asking.add(askers.submit(() -> {
          while (!enough.get()) {
            long start = System.nanoTime();
            assertThat(sums(trino.store(), Granularity.MONTHLY, CostFilter.EVERYTHING, by(Dimension.SERVICE))).isEqualTo(expected);
            longest.accumulateAndGet(System.nanoTime() - start, Math::max);
            answered.incrementAndGet();
          }
        }));
      }
      awaitAnswers(answered, 6);
      victim.destroyForcibly();
      long killed = System.nanoTime();
      int before = answered.get();
      cluster.awaitWorkers(1);
      double noticed = seconds(killed);
      awaitAnswers(answered, before + 6);
      enough.set(true);
      for (Future<?> one : asking) {
        one.get();
      }
      figure("a worker killed (SIGKILL) while three callers asked without a pause: all %d answers right, none failed; the coordinator had dropped the"
          + " worker after %.0f s, and the longest question took %s s", answered.get(), noticed,
          Duration.ofNanos(longest.get()).toSeconds());
    } finally {
      enough.set(true);
      cluster.startWorker();
      cluster.awaitWorkers(2);
    }
  }

  private static void awaitAnswers(AtomicInteger answered, int count) throws InterruptedException {
    for (int wait = 0; answered.get() < count; wait++) {
      assertThat(wait).as("seconds waited for answer %d of %d", answered.get(), count).isLessThan(180);
      Thread.sleep(1_000);
    }
  }

  @Test
  void aMonthIsReplacedWholeWhileQuestionsAreAsked(@TempDir Path own) throws Exception {
    String header = "lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/LineItemType,lineItem/UnblendedCost,bill/BillingPeriodStartDate\n";
    String line = "2025-01-%02dT00:00:00Z,000000000001,Usage,%s,2025-01-01T00:00:00Z\n";
    try (CostsAtHand costs = new CostsAtHand(own.resolve("costs"))) {
      AtomicBoolean enough = new AtomicBoolean();
      costs.load(Files.writeString(own.resolve("0.csv"), header + String.format(line, 1, "1") + String.format(line, 2, "1")));
      try (ExecutorService askers = Executors.newFixedThreadPool(2)) {
        List<Future<Integer>> asking = new ArrayList<>();
        for (int asker = 0; asker < 2; asker++) {
          asking.add(askers.submit(() -> {
            int answers = 0;
            while (!enough.get()) {
              BigDecimal total = costs.total(Metric.UNBLENDED_COST);
              assertThat(total.remainder(BigDecimal.TWO)).as("%s is of one version", total).isEqualByComparingTo("0");
              assertThat(total.signum()).isPositive();
              answers++;
            }
            return answers;
          }));
        }
        for (int round = 1; round <= 8; round++) {
          String cost = Integer.toString(round * 10 + 1);
          costs.load(Files.writeString(own.resolve(round + ".csv"), header + String.format(line, 1, cost) + String.format(line, 2, cost)));
        }
        enough.set(true);
        int answers = 0;
        for (Future<Integer> one : asking) {
          answers += one.get();
        }
        figure("a month replaced 8 times under %d questions: each saw one version whole", answers);
      } finally {
        enough.set(true);
      }
    }
  }
}
