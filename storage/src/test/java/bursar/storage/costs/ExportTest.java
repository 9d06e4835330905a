package bursar.storage.costs;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.costs.CostFilter;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.Metric;
import bursar.domain.costs.Visibility;
import bursar.domain.exports.ExportDefinition;
import bursar.domain.exports.ExportDelivery;
import bursar.domain.exports.ExportTable;
import bursar.domain.exports.Reports;
import bursar.domain.focus.FocusReport;
import bursar.domain.focus.FocusReport.Outcome;
import bursar.domain.focus.FocusRuleSet;
import bursar.storage.exports.DuckDbExportSheets;
import bursar.storage.focus.FocusChecker;
import bursar.storage.focus.FocusModel;
import bursar.storage.focus.FocusRulesTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What exports deliver: files that conform, that say the same when they are read again, and only what may be seen. */
class ExportTest {
  private static final List<Metric> COSTS = List.of(Metric.UNBLENDED_COST, Metric.NET_UNBLENDED_COST, Metric.AMORTIZED_COST,
      Metric.NET_AMORTIZED_COST);
  private static final List<Metric> ALL_METRICS = List.of(Metric.UNBLENDED_COST, Metric.NET_UNBLENDED_COST, Metric.BLENDED_COST,
      Metric.AMORTIZED_COST, Metric.NET_AMORTIZED_COST, Metric.USAGE_QUANTITY, Metric.NORMALIZED_USAGE_AMOUNT);

  private static final List<ExportDefinition.Format> FORMATS = List.of(ExportDefinition.Format.values());

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"cur-hive-text/BeforeCUR.gz", "cur2-parquet", "focus-1.0/focus_sample.csv", "focus-1.2/aws_1_2_cost_and_usage_rows25_seed7.csv", "focus-1.2/aws_1_2_cost_and_usage_rows25_seed7_credits.csv",
    "focus-1.3/aws_1_3_cost_and_usage_rows25_seed7.csv", "focus-1.3/aws_1_3_cost_and_usage_rows25_seed7_credits.csv"})
  void focusOfEveryDataSetPassesEveryRule(String dataSet) throws IOException {
    FocusRuleSet model = FocusModel.read(SharedData.folder().resolve("focus-conformance/model-1.2.json"));
    FocusChecker checker = new FocusChecker(model, model.criteria());
    try (CostsAtHand source = new CostsAtHand(folder.resolve("source"))) {
      source.load(SharedData.folder().resolve(dataSet));
      for (ExportDefinition.Format format : dataSet.endsWith("parquet") ? List.of(ExportDefinition.Format.PARQUET) : FORMATS) {
        List<Path> files = deliver(source, export(ExportTable.FOCUS_1_2_AWS, Map.of(), format), CostsAtHand.ALL);
        assertThat(files).isNotEmpty();
        for (Path file : files) {
          FocusReport report = checker.check(file);
          assertThat(report.having(Outcome.FAILED).stream().filter(failed -> !FocusRulesTest.FAULTS_OF_THE_MODEL.containsKey(failed.rule().id())))
              .as(file.toString()).isEmpty();
          assertThat(report.having(Outcome.PASSED)).hasSizeGreaterThan(250);
          assertThat(new FocusChecker(bursar.domain.focus.FocusDeclaration.version12(), model.criteria()).check(file).having(Outcome.FAILED))
              .as(file.toString()).isEmpty();
        }
      }
    }
  }

  @Test
  @Tag("nightly")
  void bothMonthsOfTheRealReportDoSoToo() throws IOException {
    focusOfEveryDataSetPassesEveryRule("cur-legacy-parquet");
    everyTableReadAgainGivesTheSameSums("cur-legacy-parquet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cur-hive-text/BeforeCUR.gz", "focus-1.0/focus_sample.csv",
    "focus-1.3/aws_1_3_cost_and_usage_rows25_seed7_credits.csv"})
  void everyTableReadAgainGivesTheSameSums(String dataSet) throws IOException {
    try (CostsAtHand source = new CostsAtHand(folder.resolve("source"))) {
      source.load(SharedData.folder().resolve(dataSet));
      for (ExportDefinition.Format format : dataSet.endsWith("parquet") ? List.of(ExportDefinition.Format.PARQUET) : FORMATS) {
        Map<String, String> resources = Map.of(ExportTable.INCLUDE_RESOURCES, "TRUE");
        agree(source, deliver(source, export(ExportTable.COST_AND_USAGE_REPORT, resources, format), CostsAtHand.ALL), ALL_METRICS,
            Dimension.SERVICE, Dimension.LINKED_ACCOUNT, Dimension.REGION, Dimension.USAGE_TYPE, Dimension.OPERATION, Dimension.RESOURCE_ID);
        agree(source, deliver(source, report(format, "HOURLY", "RESOURCES"), CostsAtHand.ALL), ALL_METRICS, Dimension.SERVICE,
            Dimension.LINKED_ACCOUNT, Dimension.REGION, Dimension.USAGE_TYPE, Dimension.INSTANCE_TYPE, Dimension.PURCHASE_TYPE);
        agree(source, deliver(source, export(ExportTable.FOCUS_1_2_AWS, Map.of(), format), CostsAtHand.ALL), COSTS, Dimension.SERVICE,
            Dimension.LINKED_ACCOUNT, Dimension.REGION);
        agree(source, deliver(source, export(ExportTable.FOCUS_1_0_AWS, Map.of(), format), CostsAtHand.ALL), COSTS, Dimension.SERVICE);
      }
    }
  }

  @Test
  void joinedRowsKeepTheSums() throws IOException {
    try (CostsAtHand source = new CostsAtHand(folder.resolve("source"))) {
      source.load(SharedData.folder().resolve("cur-hive-text/BeforeCUR.gz"));
      for (String granularity : List.of("DAILY", "MONTHLY")) {
        agree(source, deliver(source, export(ExportTable.COST_AND_USAGE_REPORT, Map.of(ExportTable.TIME_GRANULARITY, granularity),
            ExportDefinition.Format.CSV_GZIP), CostsAtHand.ALL), ALL_METRICS, Dimension.SERVICE, Dimension.USAGE_TYPE);
        agree(source, deliver(source, report(ExportDefinition.Format.CSV_GZIP, granularity, ""), CostsAtHand.ALL), ALL_METRICS,
            Dimension.SERVICE, Dimension.USAGE_TYPE);
        agree(source, deliver(source, export(ExportTable.FOCUS_1_2_AWS, Map.of(ExportTable.TIME_GRANULARITY, granularity),
            ExportDefinition.Format.PARQUET), CostsAtHand.ALL), COSTS, Dimension.SERVICE);
      }
    }
  }

  @Test
  void anExportHasOnlyTheRowsThatMayBeSeen() throws IOException {
    try (CostsAtHand source = new CostsAtHand(folder.resolve("source"))) {
      source.load(SharedData.folder().resolve("focus-1.0/focus_sample.csv"));
      CostFilter microsoft = CostFilter.dimension(Dimension.PROVIDER, "Microsoft");
      List<Path> files = deliver(source, export(ExportTable.FOCUS_1_2_AWS, Map.of(), ExportDefinition.Format.CSV_GZIP),
          Visibility.decidedByGate(CostsAtHand.OWNER, microsoft));
      try (CostsAtHand again = new CostsAtHand(folder.resolve("seen"))) {
        again.load(files.toArray(Path[]::new));
        assertThat(again.sums(COSTS, CostsAtHand.by(Dimension.PROVIDER)).keySet()).containsExactly(List.of("Microsoft"));
        CostsAtHand.close("billed", again.total(Metric.UNBLENDED_COST), source.total(CostsAtHand.ALL, microsoft, Metric.UNBLENDED_COST));
      }
    }
  }

  @Test
  void aMonthThatMayNoLongerBeSeenIsDeliveredEmpty() throws IOException {
    try (CostsAtHand source = new CostsAtHand(folder.resolve("source"))) {
      source.load(SharedData.folder().resolve("focus-1.2/aws_1_2_cost_and_usage_rows25_seed7.csv"));
      ExportDefinition definition = export(ExportTable.FOCUS_1_2_AWS, Map.of(), ExportDefinition.Format.CSV_GZIP);
      ExportDelivery delivery = new ExportDelivery(source.store(), new DuckDbExportSheets(folder.resolve("working")));
      Path root = folder.resolve("bucket");
      ExportDelivery.Delivered first = delivery.deliver(
          new ExportDelivery.Order(definition, root, CostsAtHand.ALL, "one", CostsAtHand.NOW, List.of(), List.of()));
      assertThat(first.rows()).isGreaterThan(0);
      Visibility nothing = Visibility.decidedByGate(CostsAtHand.OWNER, CostFilter.dimension(Dimension.LINKED_ACCOUNT, "nobody"));
      ExportDelivery.Delivered second = delivery.deliver(
          new ExportDelivery.Order(definition, root, nothing, "two", CostsAtHand.NOW, List.of(), first.months()));
      assertThat(second).isEqualTo(new ExportDelivery.Delivered(first.months(), 0));
      assertThat(source.store().months(nothing)).isEmpty();
      assertThat(Files.exists(folder.resolve("working")) ? Files.list(folder.resolve("working")).toList() : List.of()).isEmpty();
    }
  }

  @Test
  void filesLieWhereAwsPutsThem() throws IOException {
    try (CostsAtHand source = new CostsAtHand(folder.resolve("source"))) {
      source.load(SharedData.folder().resolve("cur-hive-text/BeforeCUR.gz"));
      assertThat(relative(export(ExportTable.FOCUS_1_2_AWS, Map.of(), ExportDefinition.Format.PARQUET), source)).containsExactly(
          "team/costs/data/BILLING_PERIOD=2019-11/costs-00001.snappy.parquet", "team/costs/metadata/BILLING_PERIOD=2019-11/costs-Manifest.json");
      assertThat(relative(report(ExportDefinition.Format.CSV_GZIP, "HOURLY", ""), source)).containsExactly(
          "team/costs/20191101-20191201/costs-00001.csv.gz", "team/costs/20191101-20191201/costs-Manifest.json");
    }
  }

  private List<String> relative(ExportDefinition definition, CostsAtHand source) throws IOException {
    List<Path> data = deliver(source, definition, CostsAtHand.ALL);
    Path root = data.getFirst();
    while (!root.getFileName().toString().startsWith("bucket")) {
      root = root.getParent();
    }
    Path bucket = root;
    try (Stream<Path> all = Files.walk(bucket)) {
      return all.filter(Files::isRegularFile).map(file -> bucket.relativize(file).toString()).sorted().toList();
    }
  }

  /** Reads delivered files as another installation would, and compares sums by each dimension. */
  private void agree(CostsAtHand source, List<Path> files, List<Metric> metrics, Dimension... dimensions) throws IOException {
    try (CostsAtHand again = new CostsAtHand(Files.createTempDirectory(folder, "again"))) {
      assertThat(again.loadOfSeveralPayers(files).rowsRefused()).isZero();
      for (Metric metric : metrics) {
        CostsAtHand.close(files.getFirst().getFileName() + " " + metric, again.total(metric), source.total(metric));
      }
      for (Dimension dimension : dimensions) {
        Map<List<String>, Map<Metric, java.math.BigDecimal>> sums = again.sums(metrics, CostsAtHand.by(dimension));
        source.sums(metrics, CostsAtHand.by(dimension)).forEach((key, wanted) -> wanted.forEach((metric, amount) -> CostsAtHand.close(
            files.getFirst() + " " + dimension + " " + key + " " + metric,
            sums.getOrDefault(key, Map.of()).getOrDefault(metric, java.math.BigDecimal.ZERO), amount)));
      }
    }
  }

  private List<Path> deliver(CostsAtHand source, ExportDefinition definition, Visibility visibility) throws IOException {
    Path root = Files.createTempDirectory(folder, "bucket");
    ExportDelivery delivery = new ExportDelivery(source.store(), new DuckDbExportSheets(folder.resolve("working")));
    ExportDelivery.Delivered delivered =
        delivery.deliver(new ExportDelivery.Order(definition, root, visibility, "run", CostsAtHand.NOW, List.of(), List.of()));
    assertThat(delivered.rows()).isPositive();
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static ExportDefinition export(ExportTable table, Map<String, String> settings, ExportDefinition.Format format) {
    String columns = table.columns(table.complete(settings)).stream().map(column -> column.name()).collect(Collectors.joining(", "));
    return definition(ExportDefinition.Kind.EXPORT, "SELECT " + columns + " FROM " + table, settings, format);
  }

  private static ExportDefinition report(ExportDefinition.Format format, String unit, String elements) {
    return definition(ExportDefinition.Kind.REPORT, "", Map.of(Reports.TIME_UNIT, unit, Reports.ELEMENTS, elements), format);
  }

  private static ExportDefinition definition(ExportDefinition.Kind kind, String statement, Map<String, String> settings,
      ExportDefinition.Format format) {
    return new ExportDefinition("0001", CostsAtHand.OWNER, kind, "costs", "", statement, settings,
        new ExportDefinition.Destination("bucket", "team", "us-east-1"), new ExportDefinition.Layout(format, true),
        new ExportDefinition.Owner(""), CostsAtHand.NOW, CostsAtHand.NOW, Map.of());
  }
}
