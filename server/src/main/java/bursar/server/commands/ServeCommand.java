package bursar.server.commands;

import bursar.domain.accounts.SignUpPolicy;
import bursar.domain.exports.ExportDestinations;
import bursar.server.rooms.RunningServer;
import bursar.server.settings.CostInput;
import bursar.server.settings.ServerSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bursar serve}: a real server, until it is told to end. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Runs a server on a data folder.")
public final class ServeCommand implements Callable<Integer> {
  private static volatile boolean serving;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder; made if it is missing.")
  private Path data = Path.of("data");

  @Option(names = "--port", defaultValue = "8080", paramLabel = "N", description = "The port (default: ${DEFAULT-VALUE}; 0 for any).")
  private int port;

  @Option(names = "--address", defaultValue = ServerSettings.LOOPBACK, paramLabel = "ADDRESS",
      description = "Where to listen (default: ${DEFAULT-VALUE}). Anything but this machine needs TLS or a trusted proxy.")
  private String address = ServerSettings.LOOPBACK;

  @Option(names = "--sign-up", defaultValue = "first-account", paramLabel = "WHO",
      description = "Who may create an account: open, first-account (default) or closed.")
  private String signUp = "first-account";

  @Option(names = "--tls-certificate", paramLabel = "FILE", description = "The certificate chain, PEM.")
  private @Nullable Path certificate;

  @Option(names = "--tls-key", paramLabel = "FILE", description = "The certificate's private key, PEM.")
  private @Nullable Path certificateKey;

  @Option(names = "--trusted-proxy", paramLabel = "ADDRESS", description = "A proxy that ends TLS for this server. May be repeated.")
  private List<String> trustedProxies = new ArrayList<>();

  @Option(names = "--host", paramLabel = "NAME", description = "A host name clients use for this server. May be repeated.")
  private List<String> hosts = new ArrayList<>();

  @Option(names = "--state", paramLabel = "JDBC-URL",
      description = "Keep the state in PostgreSQL, such as jdbc:postgresql://host/bursar?user=bursar; BURSAR_STATE_PASSWORD holds the password.")
  private @Nullable String stateUrl;

  @Option(names = "--upload-max", paramLabel = "BYTES", description = "How large one uploaded cost file may be (default: 20 GiB).")
  private long uploadMax = CostInput.DEFAULT.uploadBytesMax();

  @Option(names = "--bucket-endpoint", paramLabel = "URL",
      description = "An S3-compatible store from which accounts may have cost data read, such as https://s3.eu-west-1.amazonaws.com. May be repeated.")
  private List<String> bucketEndpoints = new ArrayList<>();

  @Option(names = "--export-to", paramLabel = "NAME=FOLDER",
      description = "A folder to which exports of cost data may go, by the name they give as their bucket. May be repeated.")
  private Map<String, Path> exports = new LinkedHashMap<>();

  @Override
  public Integer call() {
    ServerSettings settings = new ServerSettings(Paths.meant(data), address, port, policy(signUp), meant(certificate),
        meant(certificateKey), trustedProxies, hosts, stateUrl, new CostInput(uploadMax, bucketEndpoints), destinations());
    RunningServer server = RunningServer.start(settings);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Bursar is ready on " + server.url());
    server.setUpCode().ifPresent(code -> out.println(
        "There is no account yet. Create the first one on " + server.url() + "/sign-up, from this machine or with the set-up code " + code + "."));
    out.flush();
    keepRunning(server);
    return 0;
  }

  private ExportDestinations destinations() {
    Map<String, Path> folders = new LinkedHashMap<>();
    exports.forEach((name, folder) -> folders.put(name, Paths.meant(folder)));
    return new ExportDestinations(folders);
  }

  private static @Nullable Path meant(@Nullable Path given) {
    return given == null ? null : Paths.meant(given);
  }

  static SignUpPolicy policy(String name) {
    try {
      return SignUpPolicy.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--sign-up takes open, first-account or closed, not '" + name + "'.", e);
    }
  }

  /** Lets the server run when the command itself has ended, and ends it in order when the process is told to end. */
  static void keepRunning(RunningServer server) {
    serving = true;
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(server::close));
  }

  /** Whether a server of this process is to go on running. */
  public static boolean keepsRunning() {
    return serving;
  }
}
