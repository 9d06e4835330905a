package bursar.storage.exports;

import bursar.domain.exports.ExportColumn;
import bursar.domain.exports.ExportDefinition;
import bursar.domain.exports.ExportSheets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/**
 * Writes each file beside its place under a name that begins with a dot, and moves it there when it is whole. What is gathered meanwhile lies in
 * a working folder.
 */
public final class DuckDbExportSheets implements ExportSheets {
  private final Path working;

  /** Writes with that folder for what is not yet whole; made when missing. */
  public DuckDbExportSheets(Path working) {
    this.working = working.toAbsolutePath().normalize();
  }

  @Override
  public Sheet open(Path file, List<ExportColumn> columns, ExportDefinition.Format format, boolean joined) {
    try {
      Path folder = Files.createDirectories(working.resolve(UUID.randomUUID().toString()));
      return new DuckDbSheet(folder, file, columns, format, joined);
    } catch (IOException e) {
      throw new UncheckedIOException("The working folder of exports " + working + " cannot be written.", e);
    }
  }

  @Override
  public void text(Path file, String text) {
    Path beside = beside(file);
    try {
      Files.createDirectories(file.getParent());
      Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
      moved(beside, file);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be written.", e);
    }
  }

  /** Where a file is written before it is whole: in the same folder, so that it can be moved at once. */
  static Path beside(Path file) {
    return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
  }

  static void moved(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
