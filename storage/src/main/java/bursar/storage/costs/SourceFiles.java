package bursar.storage.costs;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the files behind the paths a person names. */
final class SourceFiles {
  private static final List<String> ENDINGS = List.of(".parquet", ".csv", ".gz", ".tsv", ".txt");
  private static final int DEPTH_MAX = 16;

  private SourceFiles() {}

  /**
   * The files themselves, and those in the folders whose names end like cost data's; each once, in their order.
   *
   * @throws bursar.domain.Failure {@code ValidationException} when a path does not exist, or a folder has no such file
   */
  static List<SourceFile> behind(List<Path> paths) {
    if (paths.isEmpty()) {
      throw SourceFile.invalid("Name at least one file or folder to import.");
    }
    Map<Path, SourceFile> found = new LinkedHashMap<>();
    for (Path path : paths) {
      try {
        for (Path file : Files.isDirectory(path) ? within(path) : List.of(path)) {
          if (!Files.exists(file)) {
            throw SourceFile.invalid("There is no file " + file + ".");
          }
          found.computeIfAbsent(file.toRealPath(), SourceFile::at);
        }
      } catch (IOException | java.io.UncheckedIOException e) {
        throw SourceFile.invalid(path + " cannot be read: " + e.getMessage() + ".");
      }
    }
    return List.copyOf(found.values());
  }

  private static List<Path> within(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder, DEPTH_MAX, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> files = walk.filter(Files::isRegularFile).filter(SourceFiles::looksLikeCosts).sorted().toList();
      if (files.isEmpty()) {
        throw SourceFile.invalid("The folder " + folder + " has no file whose name ends in " + String.join(", ", ENDINGS) + ".");
      }
      return files;
    }
  }

  private static boolean looksLikeCosts(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && !name.startsWith("_") && ENDINGS.stream().anyMatch(name::endsWith);
  }
}
