package bursar.domain.exports;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import java.util.Map;

/**
 * An export as it is kept.
 *
 * @param id names it among all
 * @param account whose export it is
 * @param kind which of AWS's services defined it
 * @param name unique in its account and kind
 * @param description what it is for; may be empty
 * @param statement what it selects, as it was written; empty for a report
 * @param settings the properties of its table, or the further members of a report's definition
 * @param destination where its files go
 * @param layout what its files are
 * @param owner for whom it runs: the principal whose permissions decide anew at each run
 * @param created when it was defined
 * @param updated when it was last changed
 * @param tags texts by key
 */
public record ExportDefinition(
    String id,
    AccountId account,
    Kind kind,
    String name,
    String description,
    String statement,
    Map<String, String> settings,
    Destination destination,
    Layout layout,
    Owner owner,
    Instant created,
    Instant updated,
    Map<String, String> tags) {

  /** Copies the maps. */
  public ExportDefinition {
    settings = Map.copyOf(settings);
    tags = Map.copyOf(tags);
  }

  /** Which service an export was defined with. */
  public enum Kind {
    /** {@code bcm-data-exports}. */
    EXPORT,
    /** {@code cur}: the legacy Cost and Usage Report. */
    REPORT
  }

  /** What files are. */
  public enum Format {
    CSV_GZIP,
    PARQUET
  }

  /**
   * Where files go.
   *
   * @param bucket the name of a destination that the operator has allowed
   * @param prefix what comes before the export's own folders there; may be empty
   * @param region as it was given; nothing depends on it
   */
  public record Destination(String bucket, String prefix, String region) {}

  /**
   * What files are, and whether a run replaces those of the run before.
   *
   * @param overwrite whether it does; else each run has a folder of its own
   */
  public record Layout(Format format, boolean overwrite) {}

  /**
   * A principal of the export's account.
   *
   * @param userId the IAM user's unique id; empty for the root user
   */
  public record Owner(String userId) {
    /** Whether it is the root user. */
    public boolean root() {
      return userId.isEmpty();
    }
  }

  /** Its ARN. */
  public String arn() {
    return switch (kind) {
      case EXPORT -> "arn:aws:bcm-data-exports:us-east-1:" + account + ":export/" + name + "-" + id;
      case REPORT -> "arn:aws:cur:us-east-1:" + account + ":definition/" + name;
    };
  }
}
