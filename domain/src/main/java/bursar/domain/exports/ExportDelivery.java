package bursar.domain.exports;

import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Metric;
import bursar.domain.costs.RowsQuery;
import bursar.domain.costs.TagsQuery;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.Visibility;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of an export: the rows that a visibility lets through, and no others, month by month.
 *
 * <p>A month that was delivered before and has no such row any more is delivered empty, so that no overwritten file keeps what may no longer be
 * seen. Each file is whole when it appears.
 */
public final class ExportDelivery {
  private final CostStore costs;
  private final ExportSheets sheets;

  /** Deliveries of these costs. */
  public ExportDelivery(CostStore costs, ExportSheets sheets) {
    this.costs = costs;
    this.sheets = sheets;
  }

  /**
   * What was delivered.
   *
   * @param months the billing months
   * @param rows how many rows their files have
   */
  public record Delivered(List<YearMonth> months, long rows) {}

  /**
   * What to deliver.
   *
   * @param root the destination's folder
   * @param visibility whose rows, decided for this very run
   * @param executionId names the run in its files
   * @param at when the run began
   * @param months only these billing months; all when empty
   * @param before the months that earlier runs delivered
   */
  public record Order(ExportDefinition definition, Path root, Visibility visibility, String executionId, Instant at,
      Collection<YearMonth> months, Collection<YearMonth> before) {}

  /** Writes the files. */
  public Delivered deliver(Order order) {
    SortedSet<YearMonth> candidates = new TreeSet<>(order.before());
    for (YearMonth month : costs.months(order.visibility())) {
      // A charge may begin in the month before or after that of its bill.
      candidates.addAll(List.of(month.minusMonths(1), month, month.plusMonths(1)));
    }
    if (!order.months().isEmpty()) {
      candidates.retainAll(order.months());
    }
    List<YearMonth> delivered = new ArrayList<>();
    long rows = 0;
    for (YearMonth month : candidates) {
      long written = order.definition().kind() == ExportDefinition.Kind.EXPORT ? export(order, month) : report(order, month);
      if (written >= 0) {
        delivered.add(month);
        rows += written;
      }
    }
    return new Delivered(delivered, rows);
  }

  private long export(Order order, YearMonth month) {
    ExportDefinition definition = order.definition();
    ExportQuery query = ExportQuery.parse(definition.statement(), definition.settings());
    Map<String, String> properties = query.table().complete(definition.settings());
    String granularity = properties.getOrDefault(ExportTable.TIME_GRANULARITY, "HOURLY");
    boolean joined = !granularity.equals("HOURLY") || "FALSE".equals(properties.get(ExportTable.INCLUDE_RESOURCES));
    List<ExportColumn> columns = query.selected().stream().map(ExportQuery.Selected::exported).toList();
    DeliveryPaths paths = DeliveryPaths.of(definition, order.root(), month, order.executionId(), order.at());
    ExportCondition condition = query.condition();
    long rows = write(order, month, paths.data(), columns, joined, TableRows.writing(query.table()), row -> {
      truncate(row, granularity);
      return condition != null && !condition.holds(row) ? null : query.selected().stream().<@Nullable Object>map(one -> one.of(row)).toList();
    });
    if (rows >= 0) {
      Map<String, Object> manifest = new LinkedHashMap<>();
      manifest.put("exportArn", definition.arn());
      manifest.put("exportName", definition.name());
      manifest.put("executionId", order.executionId());
      manifest.put("billingPeriod", month.toString());
      manifest.put("contentType", definition.layout().format() == ExportDefinition.Format.PARQUET ? "Parquet" : "text/csv");
      manifest.put("compression", definition.layout().format() == ExportDefinition.Format.PARQUET ? "Parquet" : "GZIP");
      manifest.put("columns", columns.stream().map(column -> Map.of("name", column.name(), "type", column.type().wireName())).toList());
      manifest.put("dataFiles", List.of(key(order, paths.data())));
      paths.manifests().forEach(path -> sheets.text(path, ManifestText.of(manifest)));
    }
    return rows;
  }

  private long report(Order order, YearMonth month) {
    ExportDefinition definition = order.definition();
    String unit = definition.settings().getOrDefault(Reports.TIME_UNIT, "HOURLY");
    boolean resources = definition.settings().getOrDefault(Reports.ELEMENTS, "").contains("RESOURCES");
    TimeSpan around = new TimeSpan(TimeSpan.ofMonth(month.minusMonths(1)).start(), TimeSpan.ofMonth(month.plusMonths(1)).end());
    TagsQuery everything = new TagsQuery(around, null, CostFilter.EVERYTHING);
    List<ReportColumns.Column> columns = ReportColumns.of(resources, costs.tagKeys(order.visibility(), everything),
        new TreeSet<>(costs.sourceCategories(order.visibility(), everything)));
    boolean parquet = definition.layout().format() == ExportDefinition.Format.PARQUET;
    List<ExportColumn> exported = columns.stream()
        .map(column -> new ExportColumn(parquet ? column.underscored() : column.slashed(), column.type())).toList();
    DeliveryPaths paths = DeliveryPaths.of(definition, order.root(), month, order.executionId(), order.at());
    long rows = write(order, month, paths.data(), distinct(exported), !unit.equals("HOURLY") || !resources,
        TableRows.writing(ExportTable.COST_AND_USAGE_REPORT), row -> {
          truncate(row, unit);
          return columns.stream().<@Nullable Object>map(column -> column.of(row)).toList();
        });
    if (rows >= 0) {
      Map<String, Object> manifest = reportManifest(order, month, columns, key(order, paths.data()));
      paths.manifests().forEach(path -> sheets.text(path, ManifestText.of(manifest)));
    }
    return rows;
  }

  /** Tags may differ in signs that names in Parquet do not keep apart; the later ones get a number. */
  private static List<ExportColumn> distinct(List<ExportColumn> columns) {
    SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<ExportColumn> distinct = new ArrayList<>();
    for (ExportColumn column : columns) {
      String name = column.name();
      for (int number = 2; !names.add(name); number++) {
        name = column.name() + "_" + number;
      }
      distinct.add(column.as(name));
    }
    return distinct;
  }

  private static Map<String, Object> reportManifest(Order order, YearMonth month, List<ReportColumns.Column> columns, String dataKey) {
    ExportDefinition definition = order.definition();
    boolean parquet = definition.layout().format() == ExportDefinition.Format.PARQUET;
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("assemblyId", order.executionId());
    manifest.put("account", definition.account().digits());
    manifest.put("columns", columns.stream().map(column -> Map.of("category", column.category(), "name", column.name(),
        "type", switch (column.type()) {
          case TEXT, MAP -> "String";
          case TIME -> "DateTime";
          case DECIMAL, SUM -> "BigDecimal";
        })).toList());
    manifest.put("charset", "UTF-8");
    manifest.put("compression", parquet ? "Parquet" : "GZIP");
    manifest.put("contentType", parquet ? "Parquet" : "text/csv");
    manifest.put("reportId", definition.id());
    manifest.put("reportName", definition.name());
    manifest.put("billingPeriod", Map.of("start", day(month), "end", day(month.plusMonths(1))));
    manifest.put("bucket", definition.destination().bucket());
    manifest.put("reportKeys", List.of(dataKey));
    manifest.put("additionalArtifactKeys", List.of());
    return manifest;
  }

  private static String day(YearMonth month) {
    return month.toString().replace("-", "") + "01T000000.000Z";
  }

  private static String key(Order order, Path file) {
    return order.root().relativize(file).toString().replace('\\', '/');
  }

  /**
   * Writes one month's file.
   *
   * @param line the values of a row of the table in the order of the columns; null for a row that is not meant
   * @return how many rows it has; -1 where there is nothing to deliver
   */
  private long write(Order order, YearMonth month, Path file, List<ExportColumn> columns, boolean joined, TableRows table,
      Function<Map<String, @Nullable Object>, @Nullable List<@Nullable Object>> line) {
    boolean amountsOfSource = Arrays.stream(Metric.values()).map(order.visibility().rules()::rowsFor).distinct().count() == 1;
    try (ExportSheets.Sheet sheet = sheets.open(file, columns, order.definition().layout().format(), joined)) {
      long found = costs.rows(order.visibility(), new RowsQuery(month, CostRow.fields(), CostFilter.EVERYTHING),
          values -> table.of(new CostRow(values, amountsOfSource), row -> {
            List<@Nullable Object> written = line.apply(row);
            if (written != null) {
              sheet.add(written);
            }
          }));
      return found == 0 && !order.before().contains(month) ? -1 : sheet.finish();
    }
  }

  /** Makes the row's period the day or the month in which it begins. */
  private static void truncate(Map<String, @Nullable Object> row, String granularity) {
    if (granularity.equals("HOURLY")) {
      return;
    }
    boolean focus = row.containsKey("ChargePeriodStart");
    String first = focus ? "ChargePeriodStart" : "line_item_usage_start_date";
    String last = focus ? "ChargePeriodEnd" : "line_item_usage_end_date";
    if (row.get(first) instanceof Instant start) {
      OffsetDateTime day = start.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
      OffsetDateTime begin = granularity.equals("MONTHLY") ? day.withDayOfMonth(1) : day;
      OffsetDateTime end = granularity.equals("MONTHLY") ? begin.plusMonths(1) : begin.plusDays(1);
      row.put(first, begin.toInstant());
      row.put(last, end.toInstant());
      if (!focus) {
        row.put("identity_time_interval", begin.toInstant() + "/" + end.toInstant());
      }
    }
  }
}
