package bursar.server.commands;

import bursar.domain.accounts.SignUpPolicy;
import bursar.server.demo.Rehearsal;
import bursar.server.rooms.RunningServer;
import bursar.server.settings.ServerSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bursar train}: one short life of a server, for the JDK's ahead-of-time cache to learn from. Used by the build. */
@Command(name = "train", hidden = true, mixinStandardHelpOptions = true, description = "Lives a short life for the start-up cache.")
public final class TrainCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, paramLabel = "DIR", description = "An empty folder.")
  private Path data = Path.of("data");

  @Override
  public Integer call() throws Exception {
    try (RunningServer server = RunningServer.start(ServerSettings.local(Paths.meant(data), 0, SignUpPolicy.OPEN))) {
      Rehearsal.play(server.url());
    }
    return 0;
  }
}
