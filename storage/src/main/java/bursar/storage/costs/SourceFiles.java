package bursar.storage.costs;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the files behind the paths a person names. */
final class SourceFiles {
  private static final List<String> ENDINGS = List.of(".parquet", ".csv", ".gz", ".tsv", ".txt");
  private static final int DEPTH_MAX = 16;
  /** A report's manifest that is named itself may lead to files so many folders above it. */
  private static final int ABOVE_MANIFEST = 3;

  private SourceFiles() {}

  /**
   * The files named. A folder with manifests gives exactly the files of its newest deliveries; any other folder gives the files whose names
   * end like cost data's. A manifest that is named itself gives its delivery.
   *
   * @throws bursar.domain.Failure {@code ValidationException} when a path does not exist, a folder has no such file, or a manifest's files
   *     are not all there
   */
  static CostSources behind(List<Path> paths) {
    if (paths.isEmpty()) {
      throw SourceFile.invalid("Name at least one file or folder to import.");
    }
    List<Path> plain = new ArrayList<>();
    List<ReportAssemblies.Assembly> assemblies = new ArrayList<>();
    for (Path path : paths) {
      try {
        if (Files.isDirectory(path)) {
          within(path, plain, assemblies);
        } else if (!Files.exists(path)) {
          throw SourceFile.invalid("There is no file " + path + ".");
        } else if (ReportManifest.is(String.valueOf(path.getFileName()))) {
          assemblies.addAll(ReportAssemblies.in(above(path), List.of(path)));
        } else {
          plain.add(path);
        }
      } catch (IOException | java.io.UncheckedIOException e) {
        throw SourceFile.invalid(path + " cannot be read: " + e.getMessage() + ".");
      }
    }
    return new CostSources(List.copyOf(plain), assemblies.stream().distinct().toList());
  }

  private static Path above(Path manifest) {
    Path at = Objects.requireNonNull(manifest.toAbsolutePath().normalize().getParent(), "a file is in a folder");
    for (int up = 0; up < ABOVE_MANIFEST; up++) {
      Path parent = at.getParent();
      at = parent == null || parent.getNameCount() == 0 ? at : parent;
    }
    return at;
  }

  private static void within(Path folder, List<Path> plain, List<ReportAssemblies.Assembly> assemblies) throws IOException {
    List<Path> found;
    try (Stream<Path> walk = Files.walk(folder, DEPTH_MAX, FileVisitOption.FOLLOW_LINKS)) {
      found = walk.filter(Files::isRegularFile).sorted().toList();
    }
    List<Path> manifests = found.stream().filter(file -> ReportManifest.is(file.getFileName().toString())).toList();
    if (!manifests.isEmpty()) {
      assemblies.addAll(ReportAssemblies.in(folder, manifests));
      return;
    }
    List<Path> files = found.stream().filter(SourceFiles::looksLikeCosts).toList();
    if (files.isEmpty()) {
      throw SourceFile.invalid("The folder " + folder + " has no file whose name ends in " + String.join(", ", ENDINGS) + ".");
    }
    ReportAssemblies.refuseSeveral(folder, files);
    plain.addAll(files);
  }

  /** The keys that the newest deliveries of the manifests in a folder name. */
  static List<String> keysOfManifests(Path folder) {
    try (Stream<Path> walk = Files.walk(folder, DEPTH_MAX)) {
      List<Path> manifests = walk.filter(Files::isRegularFile).filter(file -> ReportManifest.is(file.getFileName().toString())).sorted().toList();
      return manifests.isEmpty() ? List.of() : ReportAssemblies.keys(folder, manifests);
    } catch (IOException | java.io.UncheckedIOException e) {
      throw SourceFile.invalid(folder + " cannot be read: " + e.getMessage() + ".");
    }
  }

  private static boolean looksLikeCosts(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && !name.startsWith("_") && ENDINGS.stream().anyMatch(name::endsWith);
  }

  /** Looks at the beginning of each file; a file that is named twice counts once. */
  static List<SourceFile> lookedAt(List<Path> paths) {
    Map<Path, SourceFile> found = new LinkedHashMap<>();
    for (Path path : paths) {
      try {
        found.computeIfAbsent(path.toRealPath(), SourceFile::at);
      } catch (IOException e) {
        throw SourceFile.invalid(path + " cannot be read: " + e.getMessage() + ".");
      }
    }
    return List.copyOf(found.values());
  }
}
