package bursar.domain.exports;

import bursar.domain.Failure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where an operator has allowed exports to go: folders by the names that definitions give as buckets. An empty set refuses every export.
 *
 * @param folders absolute folders by name
 */
public record ExportDestinations(Map<String, Path> folders) {
  /** Copies the folders. */
  public ExportDestinations {
    folders = new TreeMap<>(folders);
  }

  /** The folder of that name, if there is one. */
  public Optional<Path> find(String bucket) {
    return Optional.ofNullable(folders.get(bucket));
  }

  /**
   * The folder of that name.
   *
   * @throws Failure with that code when the operator has allowed none
   */
  public Path of(String bucket, String code) {
    return find(bucket).orElseThrow(() -> new Failure(code, "The operator of this server has allowed no destination " + bucket + ". "
        + (folders.isEmpty() ? "None is allowed: start the server with --export-to NAME=FOLDER."
            : "Allowed are " + String.join(", ", new TreeSet<>(folders.keySet())) + ".")));
  }
}
