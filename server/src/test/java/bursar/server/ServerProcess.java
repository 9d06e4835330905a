package bursar.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A real server in a process of its own, which a test may kill. */
final class ServerProcess implements AutoCloseable {
  private static final String READY = "Bursar is ready on ";
  private static final int SECONDS_MAX = 60;

  final Process process;
  final String url;

  private ServerProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** {@code bursar serve} on that folder and any free port, with further options. */
  static ServerProcess serve(Path data, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("serve", "--data", data.toString(), "--port", "0"));
    arguments.addAll(List.of(options));
    Process process = bursar(arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    CompletableFuture<String> ready = new CompletableFuture<>();
    Thread.ofPlatform().daemon().start(() -> {
      try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith(READY)) {
            ready.complete(line.substring(READY.length()).strip());
          }
        }
        ready.completeExceptionally(new IllegalStateException("The server ended before it was ready."));
      } catch (IOException e) {
        ready.completeExceptionally(e);
      }
    });
    try {
      return new ServerProcess(process, ready.get(SECONDS_MAX, TimeUnit.SECONDS));
    } catch (Exception e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** A process of the program itself with those arguments. */
  static ProcessBuilder bursar(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
        "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "bursar.server.Main"));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  /** Ends the process at once, as {@code kill -9} does, and waits until it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The process does not die.");
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
