package bursar.storage.costs;

import bursar.domain.accounts.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The folder in which cost files lie: {@code segments/OWNER/MONTH.IMPORT.duckdb} for months, {@code imports/IMPORT/} for what a running
 * import needs meanwhile, and {@code imports/IMPORT.lock}, which is locked as long as the import runs, in whatever process.
 */
final class CostFolder {
  private static final String ENDING = ".duckdb";

  private final Path segments;
  private final Path imports;
  private final Path root;

  CostFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.segments = this.root.resolve("segments");
    this.imports = this.root.resolve("imports");
    if (this.root.toString().chars().anyMatch(sign -> "*?[]{}".indexOf(sign) >= 0)) {
      throw new IllegalArgumentException("The cost data cannot be kept in " + this.root + ": its name has one of the signs * ? [ ] { }.");
    }
    try {
      Files.createDirectories(segments);
      Files.createDirectories(imports);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of the cost data " + root + " could not be created.", e);
    }
  }

  Path spill() {
    return root.resolve("spill");
  }

  /** Where a published or future month lies. */
  Path segment(String fileName) {
    return segments.resolve(fileName);
  }

  static String segmentFileName(AccountId owner, YearMonth month, String importId) {
    return owner + "/" + month + "." + importId + ENDING;
  }

  /** The folder for what an import needs while it runs. */
  Path working(String importId) {
    return imports.resolve(importId);
  }

  /** Marks an import as running until the lock is closed or the process ends. */
  FileChannel lock(String importId) throws IOException {
    FileChannel channel =
        FileChannel.open(imports.resolve(importId + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new IOException("the import " + importId + " is running already");
    }
    return channel;
  }

  /** Removes what an import needed while it ran, with its lock. */
  void clear(String importId) {
    deleteTree(working(importId));
    delete(imports.resolve(importId + ".lock"));
  }

  /** Removes a month's file, if it is still there. */
  void deleteSegment(String fileName) {
    Path file = segment(fileName);
    delete(file);
    delete(file.resolveSibling(file.getFileName() + ".wal"));
  }

  /** Makes sure that the names of new files survive a power cut. */
  void syncNames(AccountId owner) throws IOException {
    for (Path folder : List.of(segments.resolve(owner.digits()), segments)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /**
   * Removes what imports that no longer run left behind: months that were never published, or are no longer.
   *
   * @param published the files of all published months, read after the files on disk were listed
   */
  void collect(Supplier<Set<String>> published) {
    List<Path> files = list(segments, 2).stream().filter(Files::isRegularFile).toList();
    List<String> dead = list(imports, 1).stream().map(path -> path.getFileName().toString().replaceFirst("\\.lock$", "")).distinct()
        .filter(importId -> !running(importId)).toList();
    Set<String> kept = published.get();
    for (Path file : files) {
      String name = segments.relativize(file).toString().replace('\\', '/');
      if (!kept.contains(name) && !running(importOf(file))) {
        delete(file);
      }
    }
    dead.forEach(this::clear);
  }

  private static String importOf(Path segment) {
    String[] parts = segment.getFileName().toString().split("\\.", -1);
    return parts.length > 1 ? parts[1] : "";
  }

  /** Whether some process runs the import now. */
  boolean running(String importId) {
    Path lock = imports.resolve(importId + ".lock");
    if (importId.isEmpty() || !Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE); FileLock held = channel.tryLock()) {
      return held == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder, int depth) {
    try (Stream<Path> walk = Files.walk(folder, depth)) {
      return walk.filter(path -> !path.equals(folder)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteTree(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.sorted(Comparator.reverseOrder()).forEach(CostFolder::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
