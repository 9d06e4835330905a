package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.domain.accounts.SignUpPolicy;
import bursar.server.rooms.RunningServer;
import bursar.server.settings.ServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot start says why in a sentence, and lets everything go again. */
class FailedStartTest {
  @TempDir private Path data;

  @Test
  void aTakenPortIsNamedAndTheFolderIsFreeAgain() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> start(taken.getLocalPort())).isInstanceOfSatisfying(Failure.class,
          failure -> assertThat(failure.sentence()).contains("Port " + taken.getLocalPort() + " is already in use", "--port"));
    }
    start(0).close();
  }

  @Test
  void aFolderHeldByAnotherServerIsNamedWithItsAddress() {
    try (RunningServer first = start(0)) {
      assertThatThrownBy(() -> start(0)).isInstanceOfSatisfying(Failure.class,
          failure -> assertThat(failure.sentence()).contains(data.toString(), first.url()));
    }
  }

  private RunningServer start(int port) {
    return RunningServer.start(ServerSettings.local(data, port, SignUpPolicy.CLOSED));
  }
}
