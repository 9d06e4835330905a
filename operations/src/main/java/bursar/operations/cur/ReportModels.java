package bursar.operations.cur;

import bursar.domain.Failure;
import bursar.domain.exports.ExportDefinition;
import bursar.domain.exports.ExportExecution;
import bursar.domain.exports.Exports;
import bursar.domain.exports.Reports;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costandusagereport.model.LastStatus;
import software.amazon.awssdk.services.costandusagereport.model.ReportDefinition;
import software.amazon.awssdk.services.costandusagereport.model.ReportStatus;
import software.amazon.awssdk.services.costandusagereport.model.Tag;

/** Reports in the words of the SDK, and back. */
final class ReportModels {
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z!\\-_.*'()]{1,256}");
  private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9_.\\-]{1,256}");
  private static final Pattern PREFIX = Pattern.compile("[0-9A-Za-z!\\-_.*'()/]{0,256}");
  private static final Set<String> TIME_UNITS = Set.of("HOURLY", "DAILY", "MONTHLY");
  private static final DateTimeFormatter DELIVERY = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private ReportModels() {}

  /** What a definition asks for; refuses one that cannot be. */
  static Exports.Draft draft(@Nullable ReportDefinition report) {
    if (report == null || report.reportName() == null || !NAME.matcher(report.reportName()).matches()) {
      throw invalid("A report has a ReportName of at most 256 letters, digits and signs of !-_.*'().");
    }
    String unit = report.timeUnitAsString();
    if (unit == null || !TIME_UNITS.contains(unit)) {
      throw invalid("The TimeUnit of a report is HOURLY, DAILY or MONTHLY.");
    }
    if (report.s3Bucket() == null || !BUCKET.matcher(report.s3Bucket()).matches()) {
      throw invalid("A report has an S3Bucket.");
    }
    String prefix = Objects.requireNonNullElse(report.s3Prefix(), "");
    if (!PREFIX.matcher(prefix).matches()) {
      throw invalid("The S3Prefix " + prefix + " has signs other than letters, digits and !-_.*'()/.");
    }
    boolean parquet = "Parquet".equals(report.formatAsString()) && "Parquet".equals(report.compressionAsString());
    if (!parquet && !("textORcsv".equals(report.formatAsString()) && "GZIP".equals(report.compressionAsString()))) {
      throw invalid("The files of a report are either textORcsv with the compression GZIP, or Parquet with the compression Parquet.");
    }
    List<String> elements = report.hasAdditionalSchemaElements() ? report.additionalSchemaElementsAsStrings() : List.of();
    if (elements.stream().anyMatch(element -> !element.equals("RESOURCES"))) {
      throw invalid("Of AdditionalSchemaElements, RESOURCES is served; imports keep neither split cost allocation nor manual discounts.");
    }
    List<String> artifacts = report.hasAdditionalArtifacts() ? report.additionalArtifactsAsStrings() : List.of();
    boolean athena = artifacts.contains("ATHENA");
    boolean overwrite = "OVERWRITE_REPORT".equals(report.reportVersioningAsString());
    if (athena && !(parquet && overwrite && artifacts.size() == 1)) {
      throw invalid("The artifact ATHENA stands alone, with the format Parquet and the versioning OVERWRITE_REPORT.");
    }
    if (artifacts.stream().anyMatch(artifact -> !artifact.equals("ATHENA"))) {
      throw invalid("Of AdditionalArtifacts, ATHENA is served.");
    }
    return new Exports.Draft(ExportDefinition.Kind.REPORT, report.reportName(), "", "", settings(report, unit, elements, artifacts),
        new ExportDefinition.Destination(report.s3Bucket(), prefix, Objects.requireNonNullElse(report.s3RegionAsString(), "us-east-1")),
        new ExportDefinition.Layout(parquet ? ExportDefinition.Format.PARQUET : ExportDefinition.Format.CSV_GZIP, overwrite));
  }

  private static Map<String, String> settings(ReportDefinition report, String unit, List<String> elements, List<String> artifacts) {
    return Map.of(Reports.TIME_UNIT, unit, Reports.ELEMENTS, String.join(",", elements), Reports.ARTIFACTS, String.join(",", artifacts),
        Reports.REFRESH_CLOSED, String.valueOf(!Boolean.FALSE.equals(report.refreshClosedReports())),
        Reports.COMPRESSION, Objects.requireNonNullElse(report.compressionAsString(), ""));
  }

  /** A report as the SDK writes it. */
  static ReportDefinition model(ExportDefinition definition, List<ExportExecution> executions) {
    boolean parquet = definition.layout().format() == ExportDefinition.Format.PARQUET;
    return ReportDefinition.builder().reportName(definition.name()).timeUnit(definition.settings().get(Reports.TIME_UNIT))
        .format(parquet ? "Parquet" : "textORcsv").compression(parquet ? "Parquet" : "GZIP")
        .additionalSchemaElementsWithStrings(list(definition, Reports.ELEMENTS)).s3Bucket(definition.destination().bucket())
        .s3Prefix(definition.destination().prefix()).s3Region(definition.destination().region())
        .additionalArtifactsWithStrings(list(definition, Reports.ARTIFACTS))
        .refreshClosedReports(Boolean.valueOf(definition.settings().get(Reports.REFRESH_CLOSED)))
        .reportVersioning(definition.layout().overwrite() ? "OVERWRITE_REPORT" : "CREATE_NEW_REPORT")
        .reportStatus(status(executions)).build();
  }

  private static List<String> list(ExportDefinition definition, String setting) {
    return Stream.of(definition.settings().getOrDefault(setting, "").split(",", -1)).filter(part -> !part.isEmpty()).toList();
  }

  private static ReportStatus status(List<ExportExecution> executions) {
    Optional<ExportExecution> ended = executions.stream().filter(one -> one.status().ended()).findFirst();
    ReportStatus.Builder status = ReportStatus.builder();
    ended.ifPresent(last -> status.lastStatus(
        last.status() == ExportExecution.Status.DELIVERY_SUCCESS ? LastStatus.SUCCESS : LastStatus.ERROR_PERMISSIONS));
    executions.stream().filter(one -> one.status() == ExportExecution.Status.DELIVERY_SUCCESS).findFirst()
        .ifPresent(last -> status.lastDelivery(DELIVERY.format(Objects.requireNonNullElse(last.completed(), last.updated()))));
    return status.build();
  }

  static Map<String, String> tags(@Nullable List<Tag> tags) {
    Map<String, String> map = new LinkedHashMap<>();
    if (tags != null) {
      tags.forEach(tag -> map.put(Objects.requireNonNullElse(tag.key(), ""), Objects.requireNonNullElse(tag.value(), "")));
    }
    if (map.containsKey("") || map.keySet().stream().anyMatch(key -> key.length() > 128)
        || map.values().stream().anyMatch(value -> value.length() > 256)) {
      throw invalid("A tag has a key of 1 to 128 characters and a value of at most 256.");
    }
    return map;
  }

  static List<Tag> tags(Map<String, String> tags) {
    return new TreeMap<>(tags).entrySet().stream().map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build()).toList();
  }

  /** A report that is right in form, for examples. */
  static ReportDefinition example() {
    return ReportDefinition.builder().reportName("costs").timeUnit("HOURLY").format("Parquet").compression("Parquet")
        .additionalSchemaElementsWithStrings("RESOURCES").s3Bucket("exports").s3Prefix("team").s3Region("us-east-1")
        .additionalArtifactsWithStrings("ATHENA").reportVersioning("OVERWRITE_REPORT").build();
  }

  private static Failure invalid(String sentence) {
    return new Failure("ValidationException", sentence);
  }
}
