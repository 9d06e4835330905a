package bursar.storage.costs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A Trino cluster of this machine: a coordinator, which computes nothing, and two workers, each a process with 1 GB. All tests of a run share one;
 * it ends with the process. The property {@code bursar.trino.home} names the unpacked server.
 */
final class TrinoCluster {
  private static final Duration START_MAX = Duration.ofMinutes(4);

  private static TrinoCluster shared;

  private final Path folder;
  private final Path home;
  private final int coordinatorPort = freePort();
  private final List<Process> nodes = new ArrayList<>();

  private TrinoCluster(Path home) throws IOException {
    this.home = home;
    this.folder = Files.createTempDirectory("trino");
    Files.createDirectories(lake());
    Files.createDirectories(folder.resolve("plugin"));
    Files.createSymbolicLink(folder.resolve("plugin/hive"), home.resolve("plugin/hive"));
  }

  /** Whether the run is to test Trino. */
  static boolean isAsked() {
    return System.getProperty("bursar.trino.home") != null;
  }

  /** The cluster, started by whoever asks first. */
  static synchronized TrinoCluster shared() {
    if (shared == null) {
      try {
        TrinoCluster cluster = new TrinoCluster(Path.of(System.getProperty("bursar.trino.home")).toAbsolutePath());
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::stop));
        cluster.start("coordinator", cluster.coordinatorPort);
        cluster.startWorker();
        cluster.startWorker();
        cluster.awaitWorkers(2);
        shared = cluster;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  /** The folder all nodes see as {@code local:///}. */
  Path lake() {
    return folder.resolve("lake");
  }

  String url(String schema) {
    return "jdbc:trino://127.0.0.1:" + coordinatorPort + "/cost/" + schema;
  }

  Process startWorker() throws IOException {
    return start("worker" + nodes.size(), freePort());
  }

  /** A worker that runs. */
  Process worker() {
    return nodes.stream().skip(1).filter(Process::isAlive).findFirst().orElseThrow();
  }

  private Process start(String name, int port) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    Path catalogs = Files.createDirectories(own.resolve("catalog"));
    Files.writeString(catalogs.resolve("cost.properties"), """
        connector.name=hive
        hive.metastore=file
        hive.metastore.catalog.dir=local:///metastore
        hive.allow-register-partition-procedure=true
        fs.native-local.enabled=true
        local.location=%s
        """.formatted(lake()));
    Files.writeString(own.resolve("config.properties"), """
        coordinator=%s
        http-server.http.port=%d
        node.internal-address=127.0.0.1
        discovery.uri=http://127.0.0.1:%d
        query.max-memory-per-node=300MB
        memory.heap-headroom-per-node=300MB
        """.formatted(name.equals("coordinator"), port, coordinatorPort)
        + (name.equals("coordinator") ? "node-scheduler.include-coordinator=false\n" : ""));
    Process node = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1G", "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1", "--add-modules=jdk.incubator.vector", "-Djdk.attach.allowAttachSelf=true", "--enable-native-access=ALL-UNNAMED",
        "-Dnode.environment=test", "-Dnode.id=" + name, "-Dnode.data-dir=" + own, "-Dconfig=" + own.resolve("config.properties"),
        "-Dcatalog.config-dir=" + catalogs, "-Dplugin.dir=" + folder.resolve("plugin"), "-cp", home.resolve("lib") + "/*",
        "io.trino.server.TrinoServer")
        .directory(own.toFile()).redirectErrorStream(true).redirectOutput(own.resolve("log").toFile()).start();
    nodes.add(node);
    return node;
  }

  /** Waits until the coordinator counts so many active workers. */
  void awaitWorkers(int count) {
    long until = System.nanoTime() + START_MAX.toNanos();
    String last = "nothing";
    while (System.nanoTime() < until) {
      try (Connection connection = DriverManager.getConnection(url("none") + "?user=test"); Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT count(*) FROM system.runtime.nodes WHERE state = 'active' AND NOT coordinator")) {
        rows.next();
        if (rows.getInt(1) == count) {
          return;
        }
        last = rows.getInt(1) + " workers";
      } catch (SQLException e) {
        last = e.getMessage();
      }
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("The cluster did not come to " + count + " workers: " + last + ". Its logs are in " + folder + ".");
  }

  /** Ends all nodes. */
  void stop() {
    nodes.forEach(Process::destroyForcibly);
    for (Process node : nodes) {
      try {
        node.waitFor(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What the coordinator says of its version. */
  String version() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + coordinatorPort + "/v1/info")).build(),
          HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  /** Cost data of its own in the cluster. */
  CostData costs(Path folder, bursar.domain.costs.CostSegmentStore segments, java.time.InstantSource clock) {
    String schema = "t" + UUID.nameUUIDFromBytes(folder.toAbsolutePath().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString().replace("-", "");
    return TrinoCosts.open(folder, new TrinoCosts.Cluster(url(schema), null, lake().resolve(schema), "local:///" + schema), segments, clock);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
