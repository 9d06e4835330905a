package bursar.server.commands;

import java.nio.file.Path;

/** Paths as the person meant them: from the folder where the command was given. */
final class Paths {
  private Paths() {}

  static Path meant(Path given) {
    String from = System.getProperty("bursar.from");
    return from == null ? given.toAbsolutePath().normalize() : Path.of(from).resolve(given).normalize();
  }
}
