package bursar.server.commands;

import bursar.domain.accounts.SignUpPolicy;
import bursar.server.demo.DemoOrganization;
import bursar.server.rooms.RunningServer;
import bursar.server.settings.ServerSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bursar demo}: a server with a company in it, to look around. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Serves a demo organization with a year of costs.")
public final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", defaultValue = "demo-data", paramLabel = "DIR", description = "Where the demo lives (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("demo-data");

  @Option(names = "--port", defaultValue = "8080", paramLabel = "N", description = "The port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RunningServer server = RunningServer.start(ServerSettings.local(Paths.meant(data), port, SignUpPolicy.OPEN));
    DemoOrganization world = new DemoOrganization(server.rooms());
    if (!world.exists()) {
      try {
        world.make(LocalDate.now(ZoneOffset.UTC), step -> {
          out.println(step);
          out.flush();
        });
      } catch (RuntimeException e) {
        server.close();
        throw e;
      }
    }
    out.printf("""

        Bursar is ready on %1$s

          Owner          root user          %2$s
          Administrator  IAM user alice     account %3$s
          Finance        IAM user frank     account %3$s
          Engineer       IAM user erin      account %3$s
          Everybody's password is           %4$s

        Try this: sign in as alice and open Bills. Then sign in as the owner, open the account menu,
        Account, and activate IAM access; the preview shows who gains what. Ctrl+C ends the demo.
        """, server.url(), DemoOrganization.OWNER, DemoOrganization.ALIAS, DemoOrganization.PASSWORD);
    out.flush();
    ServeCommand.keepRunning(server);
    return 0;
  }
}
