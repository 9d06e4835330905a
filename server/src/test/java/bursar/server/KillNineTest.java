package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server killed in the midst of its work keeps everything it has acknowledged. */
class KillNineTest {
  private static final int USERS = 1_000;
  private static final int THREADS = 4;
  private static final int KILLED_AFTER = 400;
  private static final String EMAIL = "owner@kill-nine.example";
  private static final Pattern NAME = Pattern.compile("<UserName>([^<]+)</UserName>");
  private static final Pattern MARKER = Pattern.compile("<Marker>([^<]+)</Marker>");

  @Test
  @Timeout(value = 90, unit = TimeUnit.SECONDS)
  void noAcknowledgedUserIsMissingAfterKillNine(@TempDir Path folder) throws Exception {
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    try (ServerProcess server = ServerProcess.serve(folder)) {
      Browser owner = Browser.ofNewOwner(server.url, EMAIL);
      createUntilKilled(server, owner, acknowledged);
    }
    assertThat(acknowledged).hasSizeBetween(KILLED_AFTER, USERS - 1);
    try (ServerProcess again = ServerProcess.serve(folder)) {
      Browser owner = new Browser(again.url);
      assertThat(owner.signInRoot(EMAIL, Browser.PASSWORD).status()).isEqualTo(204);
      Set<String> kept = users(owner);
      assertThat(kept).containsAll(acknowledged);
      assertThat(kept.size()).as("no more than those in flight were kept without word").isLessThanOrEqualTo(acknowledged.size() + THREADS);
      owner.iam("CreateUser", "UserName", "after-the-crash").ok();
    }
  }

  private static void createUntilKilled(ServerProcess server, Browser owner, Set<String> acknowledged) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int thread = 0; thread < THREADS; thread++) {
        threads.execute(() -> {
          try {
            for (int at = next.getAndIncrement(); at < USERS; at = next.getAndIncrement()) {
              String name = "user-" + at;
              if (owner.iam("CreateUser", "UserName", name).status() == 200) {
                acknowledged.add(name);
              }
            }
          } catch (UncheckedIOException killed) {
            // The server is gone: what it had not answered was never acknowledged.
          }
        });
      }
      while (acknowledged.size() < KILLED_AFTER && server.process.isAlive() && next.get() < USERS) {
        Thread.sleep(1);
      }
      server.kill();
      threads.shutdown();
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static Set<String> users(Browser owner) {
    Set<String> names = new HashSet<>();
    List<String> parameters = new ArrayList<>(List.of("MaxItems", "1000"));
    while (true) {
      String page = owner.iam("ListUsers", parameters.toArray(String[]::new)).ok().body();
      NAME.matcher(page).results().forEach(found -> names.add(found.group(1)));
      Matcher marker = MARKER.matcher(page);
      if (!marker.find()) {
        return names;
      }
      parameters = new ArrayList<>(List.of("MaxItems", "1000", "Marker", marker.group(1)));
    }
  }
}
