package bursar.operations.dataexports;

import bursar.domain.Failure;
import bursar.domain.exports.ExportDefinition;
import bursar.domain.exports.ExportExecution;
import bursar.domain.exports.ExportQuery;
import bursar.domain.exports.ExportTable;
import bursar.domain.exports.Exports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bcmdataexports.model.CompressionOption;
import software.amazon.awssdk.services.bcmdataexports.model.DataQuery;
import software.amazon.awssdk.services.bcmdataexports.model.DestinationConfigurations;
import software.amazon.awssdk.services.bcmdataexports.model.ExecutionStatus;
import software.amazon.awssdk.services.bcmdataexports.model.ExecutionStatusCode;
import software.amazon.awssdk.services.bcmdataexports.model.ExecutionStatusReason;
import software.amazon.awssdk.services.bcmdataexports.model.Export;
import software.amazon.awssdk.services.bcmdataexports.model.ExportStatus;
import software.amazon.awssdk.services.bcmdataexports.model.ExportStatusCode;
import software.amazon.awssdk.services.bcmdataexports.model.FormatOption;
import software.amazon.awssdk.services.bcmdataexports.model.FrequencyOption;
import software.amazon.awssdk.services.bcmdataexports.model.OverwriteOption;
import software.amazon.awssdk.services.bcmdataexports.model.RefreshCadence;
import software.amazon.awssdk.services.bcmdataexports.model.ResourceTag;
import software.amazon.awssdk.services.bcmdataexports.model.S3Destination;
import software.amazon.awssdk.services.bcmdataexports.model.S3OutputConfigurations;
import software.amazon.awssdk.services.bcmdataexports.model.S3OutputType;

/** Exports in the words of the SDK, and back. */
final class ExportModels {
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z!\\-_.*'()]{1,128}");
  private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9_.\\-]{3,255}");
  private static final Pattern PREFIX = Pattern.compile("[0-9A-Za-z!\\-_.*'()/]{0,1024}");

  private ExportModels() {}

  /** What a definition asks for; refuses one that cannot be. */
  static Exports.Draft draft(@Nullable Export export) {
    if (export == null || export.name() == null || !NAME.matcher(export.name()).matches()) {
      throw invalid("An export has a Name of at most 128 letters, digits and signs of !-_.*'().");
    }
    DataQuery query = export.dataQuery();
    if (query == null || query.queryStatement() == null) {
      throw invalid("An export has a DataQuery with a QueryStatement.");
    }
    S3Destination destination = export.destinationConfigurations() == null ? null : export.destinationConfigurations().s3Destination();
    if (destination == null || destination.s3Bucket() == null || !BUCKET.matcher(destination.s3Bucket()).matches()) {
      throw invalid("An export has DestinationConfigurations with an S3Destination and its S3Bucket.");
    }
    String prefix = Objects.requireNonNullElse(destination.s3Prefix(), "");
    if (!PREFIX.matcher(prefix).matches()) {
      throw invalid("The S3Prefix " + prefix + " has signs other than letters, digits and !-_.*'()/.");
    }
    if (export.refreshCadence() == null || export.refreshCadence().frequency() != FrequencyOption.SYNCHRONOUS) {
      throw invalid("The RefreshCadence of an export has the Frequency SYNCHRONOUS.");
    }
    return new Exports.Draft(ExportDefinition.Kind.EXPORT, export.name(), Objects.requireNonNullElse(export.description(), ""),
        query.queryStatement(), settings(query), new ExportDefinition.Destination(destination.s3Bucket(), prefix,
            Objects.requireNonNullElse(destination.s3Region(), "us-east-1")), layout(destination.s3OutputConfigurations()));
  }

  private static Map<String, String> settings(DataQuery query) {
    ExportTable table = ExportQuery.table(query.queryStatement());
    Map<String, Map<String, String>> configurations = query.hasTableConfigurations() ? query.tableConfigurations() : Map.of();
    for (String other : configurations.keySet()) {
      if (!other.equals(table.name())) {
        throw invalid("The TableConfigurations are of " + other + ", but the query reads " + table.name() + ".");
      }
    }
    Map<String, String> settings = configurations.getOrDefault(table.name(), Map.of());
    var unused = table.complete(settings);
    return settings;
  }

  private static ExportDefinition.Layout layout(@Nullable S3OutputConfigurations output) {
    if (output == null || output.format() == null || output.compression() == null || output.overwrite() == null) {
      throw invalid("The S3OutputConfigurations name OutputType, Format, Compression and Overwrite.");
    }
    boolean parquet = output.format() == FormatOption.PARQUET && output.compression() == CompressionOption.PARQUET;
    if (!parquet && !(output.format() == FormatOption.TEXT_OR_CSV && output.compression() == CompressionOption.GZIP)) {
      throw invalid("Files are either TEXT_OR_CSV with the compression GZIP, or PARQUET with the compression PARQUET.");
    }
    if (output.overwrite() == OverwriteOption.UNKNOWN_TO_SDK_VERSION) {
      throw invalid("Overwrite is CREATE_NEW_REPORT or OVERWRITE_REPORT.");
    }
    return new ExportDefinition.Layout(parquet ? ExportDefinition.Format.PARQUET : ExportDefinition.Format.CSV_GZIP,
        output.overwrite() == OverwriteOption.OVERWRITE_REPORT);
  }

  /** An export as the SDK writes it. */
  static Export model(ExportDefinition definition) {
    boolean parquet = definition.layout().format() == ExportDefinition.Format.PARQUET;
    DataQuery.Builder query = DataQuery.builder().queryStatement(definition.statement());
    if (!definition.settings().isEmpty()) {
      query.tableConfigurations(Map.of(ExportQuery.table(definition.statement()).name(), definition.settings()));
    }
    return Export.builder().exportArn(definition.arn()).name(definition.name())
        .description(definition.description().isEmpty() ? null : definition.description()).dataQuery(query.build())
        .refreshCadence(RefreshCadence.builder().frequency(FrequencyOption.SYNCHRONOUS).build())
        .destinationConfigurations(DestinationConfigurations.builder().s3Destination(S3Destination.builder()
            .s3Bucket(definition.destination().bucket()).s3Prefix(definition.destination().prefix()).s3Region(definition.destination().region())
            .s3OutputConfigurations(S3OutputConfigurations.builder().outputType(S3OutputType.CUSTOM)
                .format(parquet ? FormatOption.PARQUET : FormatOption.TEXT_OR_CSV)
                .compression(parquet ? CompressionOption.PARQUET : CompressionOption.GZIP)
                .overwrite(definition.layout().overwrite() ? OverwriteOption.OVERWRITE_REPORT : OverwriteOption.CREATE_NEW_REPORT).build())
            .build()).build())
        .build();
  }

  /** How an export stands, from its executions, the newest first. */
  static ExportStatus status(ExportDefinition definition, List<ExportExecution> executions) {
    Optional<ExportExecution> ended = executions.stream().filter(one -> one.status().ended()).findFirst();
    boolean healthy = ended.isEmpty() || ended.get().status() == ExportExecution.Status.DELIVERY_SUCCESS;
    ExportExecution.Reason reason = ended.map(ExportExecution::reason).orElse(null);
    return ExportStatus.builder().statusCode(healthy ? ExportStatusCode.HEALTHY : ExportStatusCode.UNHEALTHY)
        .statusReason(reason == null ? null : ExecutionStatusReason.fromValue(reason.name())).createdAt(definition.created())
        .lastUpdatedAt(definition.updated())
        .lastRefreshedAt(executions.stream().filter(one -> one.status() == ExportExecution.Status.DELIVERY_SUCCESS).findFirst()
            .map(ExportExecution::completed).orElse(null))
        .build();
  }

  /** How a run stands. */
  static ExecutionStatus status(ExportExecution execution) {
    return ExecutionStatus.builder().statusCode(ExecutionStatusCode.fromValue(execution.status().name()))
        .statusReason(execution.reason() == null ? null : ExecutionStatusReason.fromValue(execution.reason().name()))
        .createdAt(execution.created()).lastUpdatedAt(execution.updated()).completedAt(execution.completed()).build();
  }

  static Map<String, String> tags(@Nullable List<ResourceTag> tags) {
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

  /** An export that is right in form, for examples. */
  static Export example() {
    return Export.builder().name("costs").dataQuery(DataQuery.builder()
            .queryStatement("SELECT BilledCost, ServiceName FROM FOCUS_1_2_AWS").build())
        .refreshCadence(RefreshCadence.builder().frequency(FrequencyOption.SYNCHRONOUS).build())
        .destinationConfigurations(DestinationConfigurations.builder().s3Destination(S3Destination.builder().s3Bucket("exports")
            .s3Prefix("team").s3Region("us-east-1").s3OutputConfigurations(S3OutputConfigurations.builder().outputType(S3OutputType.CUSTOM)
                .format(FormatOption.PARQUET).compression(CompressionOption.PARQUET).overwrite(OverwriteOption.OVERWRITE_REPORT).build())
            .build()).build())
        .build();
  }

  static Failure invalid(String sentence) {
    return new Failure("ValidationException", sentence);
  }
}
