package bursar.storage.costs;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostImporter;
import bursar.domain.costs.CostQuery;
import bursar.domain.costs.CostSegmentStore;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.Visibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Cost data in a folder, with one owner, for tests: kept by DuckDB, or by the Trino cluster where the run is to test it. */
final class CostsAtHand implements AutoCloseable {
  /** Marks tests of what every engine of costs promises; a run with Trino runs them against it. */
  static final String CONTRACT = "cost-contract";

  static final AccountId OWNER = new AccountId("111122223333");
  static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  static final Visibility ALL = Visibility.decidedByGate(OWNER, CostFilter.EVERYTHING);
  static final BigDecimal TOLERANCE = new BigDecimal("0.000001");

  final Path folder;
  final CostSegmentStore segments;
  final CostData costs;

  CostsAtHand(Path folder) {
    this(folder, new InMemoryCostSegmentStore());
  }

  CostsAtHand(Path folder, CostSegmentStore segments) {
    this.folder = folder;
    this.segments = segments;
    this.costs = TrinoCluster.isAsked() ? TrinoCluster.shared().costs(folder, segments, InstantSource.fixed(NOW))
        : DuckDbCosts.open(folder, segments, InstantSource.fixed(NOW));
  }

  CostImport load(Path... paths) {
    return costs.importer().importFiles(
        new CostImporter.Request(OWNER, CostImport.DEFAULT_DATA_SET, List.of(paths), "the test"), CostImporter.Progress.SILENT);
  }

  CostImport loadOfSeveralPayers(List<Path> paths) {
    return costs.importer().importFiles(
        new CostImporter.Request(OWNER, CostImport.DEFAULT_DATA_SET, paths, "the test", false, true), CostImporter.Progress.SILENT);
  }

  CostStore store() {
    return costs.store();
  }

  /** All files beneath the folder, relative to it. */
  List<String> files() {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).map(path -> folder.relativize(path).toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CostAnswer ask(Visibility visibility, CostFilter filter, TimeSpan span, Granularity granularity, List<Metric> metrics, GroupKey... keys) {
    return store().query(visibility, new CostQuery(span, granularity, metrics, filter, List.of(keys)));
  }

  /** The sum of a metric over all time. */
  BigDecimal total(Visibility visibility, CostFilter filter, Metric metric) {
    return ask(visibility, filter, always(), Granularity.MONTHLY, List.of(metric)).periods().stream()
        .map(period -> period.total().get(metric).value()).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal total(Metric metric) {
    return total(ALL, CostFilter.EVERYTHING, metric);
  }

  /** Sums by group over all time; checks on the way that the groups of each period sum to its total. */
  Map<List<String>, Map<Metric, BigDecimal>> sums(List<Metric> metrics, GroupKey... keys) {
    Map<List<String>, Map<Metric, BigDecimal>> sums = new LinkedHashMap<>();
    for (CostAnswer.Period period : ask(ALL, CostFilter.EVERYTHING, always(), Granularity.MONTHLY, metrics, keys).periods()) {
      for (Metric metric : metrics) {
        BigDecimal groups = BigDecimal.ZERO;
        for (CostAnswer.Group group : period.groups()) {
          BigDecimal value = group.amounts().get(metric).value();
          groups = groups.add(value);
          sums.computeIfAbsent(group.keys(), absent -> new LinkedHashMap<>()).merge(metric, value, BigDecimal::add);
        }
        assertThat(groups).isEqualByComparingTo(period.total().get(metric).value());
      }
    }
    return sums;
  }

  /** Compares sums by group with the expected rows, in both directions. */
  void agree(List<Map<String, Object>> expected, Map<Metric, String> names, List<String> keyNames, GroupKey... keys) {
    Map<List<String>, Map<Metric, BigDecimal>> sums = sums(List.copyOf(names.keySet()), keys);
    Map<List<String>, Map<Metric, BigDecimal>> wanted = new LinkedHashMap<>();
    for (Map<String, Object> row : expected) {
      List<String> key = new ArrayList<>();
      keyNames.forEach(name -> key.add(row.get(name) == null ? "" : row.get(name).toString()));
      names.forEach((metric, name) ->
          wanted.computeIfAbsent(key, absent -> new LinkedHashMap<>()).merge(metric, number(row.get(name)), BigDecimal::add));
    }
    assertThat(sums.keySet()).containsAll(wanted.keySet());
    wanted.forEach((key, amounts) -> amounts.forEach((metric, amount) ->
        close(key + " " + metric, sums.get(key).get(metric), amount)));
  }

  static void close(String what, BigDecimal actual, BigDecimal expected) {
    assertThat(actual.subtract(expected).abs()).as("%s: %s instead of %s", what, actual, expected).isLessThanOrEqualTo(TOLERANCE);
  }

  static BigDecimal number(Object value) {
    return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
  }

  static GroupKey by(Dimension dimension) {
    return new GroupKey.ByDimension(dimension);
  }

  static TimeSpan always() {
    return TimeSpan.ofDays(LocalDate.of(2015, 1, 1), LocalDate.of(2031, 1, 1));
  }

  static TimeSpan days(String first, String dayAfterLast) {
    return TimeSpan.ofDays(LocalDate.parse(first), LocalDate.parse(dayAfterLast));
  }

  @Override
  public void close() {
    costs.close();
  }
}
