package bursar.server.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which engine keeps the costs and answers for them.
 *
 * @param engine the engine
 * @param trinoUrl where Trino's coordinator is, {@code jdbc:trino://host:port/catalog/schema}; null for DuckDB
 * @param folder where this server finds the folder of months that Trino reads; null for DuckDB
 * @param location where Trino finds that folder, such as {@code s3://bucket/costs}; null for DuckDB
 */
public record CostKeeping(Engine engine, @Nullable String trinoUrl, @Nullable Path folder, @Nullable String location) {
  /** What keeps costs. */
  public enum Engine {
    /** In this process, in the data folder. */
    DUCKDB,
    /** A Trino cluster, over Parquet in a folder that it and this server share. */
    TRINO
  }

  /** DuckDB. */
  public static final CostKeeping DEFAULT = new CostKeeping(Engine.DUCKDB, null, null, null);

  /**
   * Refuses what does not go together.
   *
   * @throws IllegalArgumentException with a sentence that says what to add
   */
  public CostKeeping {
    boolean all = trinoUrl != null && folder != null && location != null;
    boolean none = trinoUrl == null && folder == null && location == null;
    if (engine == Engine.TRINO ? !all : !none) {
      throw new IllegalArgumentException("--costs-engine trino, --trino, --trino-folder and --trino-location go together: give all four or none.");
    }
  }

  /** The engine of that name. */
  public static Engine engine(String name) {
    return switch (name) {
      case "duckdb" -> Engine.DUCKDB;
      case "trino" -> Engine.TRINO;
      default -> throw new IllegalArgumentException("--costs-engine takes duckdb or trino, not '" + name + "'.");
    };
  }
}
