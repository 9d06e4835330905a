package bursar.server;

import bursar.domain.accounts.SignUpPolicy;
import bursar.server.rooms.RunningServer;
import bursar.server.settings.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** One server, open to sign-ups, for all test classes that need no other; each uses accounts of its own. */
final class SharedServer {
  private static final Path DATA = folder();
  private static final RunningServer SERVER = started();

  private SharedServer() {}

  static RunningServer get() {
    return SERVER;
  }

  static String url() {
    return SERVER.url();
  }

  static Path data() {
    return DATA;
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("bursar-shared-server");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RunningServer started() {
    RunningServer server = RunningServer.start(ServerSettings.local(DATA, 0, SignUpPolicy.OPEN));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      server.close();
      try (Stream<Path> all = Files.walk(DATA)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }));
    return server;
  }
}
