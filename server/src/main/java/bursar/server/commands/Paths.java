package bursar.server.commands;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Paths as the person meant them: from the folder where the command was given. */
final class Paths {
  private Paths() {}

  /** Opens a file to be read; {@code -} is standard input. */
  static InputStream open(Path given) throws IOException {
    return given.toString().equals("-") ? System.in : Files.newInputStream(meant(given));
  }

  static Path meant(Path given) {
    String from = System.getProperty("bursar.from");
    return from == null ? given.toAbsolutePath().normalize() : Path.of(from).resolve(given).normalize();
  }
}
