package bursar.domain.exports;

/** The settings of a legacy report's definition, by the names of their members in {@code ReportDefinition}. */
public final class Reports {
  /** {@code HOURLY}, {@code DAILY} or {@code MONTHLY}. */
  public static final String TIME_UNIT = "TimeUnit";
  /** The schema elements, joined with commas. */
  public static final String ELEMENTS = "AdditionalSchemaElements";
  /** The artifacts, joined with commas. */
  public static final String ARTIFACTS = "AdditionalArtifacts";
  /** {@code true} or {@code false}. */
  public static final String REFRESH_CLOSED = "RefreshClosedReports";
  /** {@code ZIP}, {@code GZIP} or {@code Parquet}, as it was given. */
  public static final String COMPRESSION = "Compression";

  private Reports() {}
}
