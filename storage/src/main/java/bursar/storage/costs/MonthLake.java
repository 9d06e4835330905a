package bursar.storage.costs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which months lie as Parquet, {@code OWNER/month_version=MONTH.IMPORT/lines.parquet}: a folder for each version of a month, which
 * never changes once its file is in it. Trino sees the same folder, under a location of its own.
 */
final class MonthLake {
  /** The column by which tables are divided: a month and the import that wrote it. */
  static final String VERSION = "month_version";

  private static final String FILE = "lines.parquet";

  private final Path root;
  private final String location;

  /**
   * A lake.
   *
   * @param root where this process finds it; created when missing
   * @param location where Trino finds it: {@code local:///costs}, {@code file:///mnt/costs}, {@code s3://bucket/costs} ...
   */
  MonthLake(Path root, String location) {
    this.root = root.toAbsolutePath().normalize();
    this.location = location.endsWith("/") ? location : location + "/";
    try {
      Files.createDirectories(this.root);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of the cost data " + root + " could not be created.", e);
    }
  }

  /** The name under which a version of a month is kept. */
  static String name(String owner, String month, String importId) {
    return owner + "/" + VERSION + "=" + month + "." + importId;
  }

  /** Whether a published month is kept in a lake. */
  static boolean isName(String fileName) {
    return fileName.contains("/" + VERSION + "=");
  }

  /** The owner whose month it is. */
  static String ownerOf(String name) {
    return name.substring(0, name.indexOf('/'));
  }

  /** The version of the month, without its owner. */
  static String versionOf(String name) {
    return name.substring(name.indexOf('=') + 1);
  }

  /** The import that wrote it. */
  static String importOf(String name) {
    return name.substring(name.indexOf('.') + 1);
  }

  /** Where Trino finds what has that name. */
  String location(String name) {
    return location + name;
  }

  /** Where this process finds what has that name. */
  Path path(String name) {
    return root.resolve(name);
  }

  /** Moves a complete file into the lake, where it survives a power cut. */
  void put(String name, Path file) throws IOException {
    Path folder = path(name);
    Files.createDirectories(folder);
    Path waiting = folder.resolve("." + FILE);
    Files.copy(file, waiting, StandardCopyOption.REPLACE_EXISTING);
    force(waiting, StandardOpenOption.WRITE);
    Files.move(waiting, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    for (Path named : List.of(folder, root.resolve(ownerOf(name)), root)) {
      force(named, StandardOpenOption.READ);
    }
  }

  private static void force(Path path, StandardOpenOption way) throws IOException {
    try (FileChannel channel = FileChannel.open(path, way)) {
      channel.force(true);
    }
  }

  /** Removes a version of a month, if it is still there. */
  void remove(String name) {
    Path folder = path(name);
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all versions of months that lie there. */
  List<String> names() {
    try (Stream<Path> all = Files.walk(root, 2)) {
      return all.filter(Files::isDirectory).map(path -> root.relativize(path).toString().replace('\\', '/')).filter(MonthLake::isName).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
