package bursar.domain.exports;

import bursar.domain.Failure;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Where AWS puts the files of one month of an export (AWS Data Exports user guide, export delivery; Cost and Usage Report user guide, report
 * versioning and Athena).
 *
 * @param data the data file
 * @param manifests the manifests, the newest one's place last
 */
record DeliveryPaths(Path data, List<Path> manifests) {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /**
   * The places.
   *
   * @param root the destination's folder
   * @throws Failure {@code ValidationException} when the prefix leads out of it
   */
  static DeliveryPaths of(ExportDefinition definition, Path root, YearMonth month, String executionId, Instant at) {
    Path base = within(root, definition.destination().prefix()).resolve(definition.name());
    String ending = definition.layout().format() == ExportDefinition.Format.PARQUET ? ".snappy.parquet" : ".csv.gz";
    String file = definition.name() + "-00001" + ending;
    String manifest = definition.name() + "-Manifest.json";
    boolean overwrite = definition.layout().overwrite();
    if (definition.kind() == ExportDefinition.Kind.EXPORT) {
      Path data = base.resolve("data").resolve("BILLING_PERIOD=" + month);
      Path metadata = base.resolve("metadata").resolve("BILLING_PERIOD=" + month);
      String run = MOMENT.format(at) + "-" + executionId;
      return overwrite ? new DeliveryPaths(data.resolve(file), List.of(metadata.resolve(manifest)))
          : new DeliveryPaths(data.resolve(run).resolve(file), List.of(metadata.resolve(run).resolve(manifest), metadata.resolve(manifest)));
    }
    Path period = base.resolve(DAY.format(month.atDay(1)) + "-" + DAY.format(month.plusMonths(1).atDay(1)));
    if (definition.settings().getOrDefault(Reports.ARTIFACTS, "").contains("ATHENA")) {
      return new DeliveryPaths(base.resolve(definition.name()).resolve("year=" + month.getYear()).resolve("month=" + month.getMonthValue())
          .resolve(file), List.of(period.resolve(manifest)));
    }
    return overwrite ? new DeliveryPaths(period.resolve(file), List.of(period.resolve(manifest)))
        : new DeliveryPaths(period.resolve(executionId).resolve(file),
            List.of(period.resolve(executionId).resolve(manifest), period.resolve(manifest)));
  }

  /** The folder of that prefix in a destination. */
  static Path within(Path root, String prefix) {
    Path folder = root;
    for (String part : prefix.split("/", -1)) {
      if (part.equals("..") || part.equals(".")) {
        throw new Failure("ValidationException", "The prefix " + prefix + " must not have the parts . and .. .");
      }
      folder = part.isEmpty() ? folder : folder.resolve(part);
    }
    return folder;
  }
}
