package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.accounts.SignUpPolicy;
import bursar.server.rooms.RunningServer;
import bursar.server.settings.ServerSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is believed of a visitor behind a trusted proxy, and how much of the server one visitor may take. The test plays the proxy. */
class BehindAProxyTest {
  private static final String EMAIL = "owner@proxy.example";

  @TempDir private static Path folder;
  private static RunningServer server;
  private static Browser owner;

  @BeforeAll
  static void start() {
    server = RunningServer.start(behindProxy(folder, SignUpPolicy.OPEN));
    owner = new Browser(server.url());
    owner.extra.putAll(Map.of("X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.1"));
    owner.signUp(EMAIL).ok();
    assertThat(owner.signInRoot(EMAIL, Browser.PASSWORD).status()).isEqualTo(204);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static ServerSettings behindProxy(Path data, SignUpPolicy signUp) {
    return new ServerSettings(data, ServerSettings.LOOPBACK, 0, signUp, null, null, List.of("127.0.0.1", "192.0.2.200", "2001:db8::5"), List.of(), null);
  }

  @Test
  void theVisitorIsTheLastHopThatIsNoProxyHoweverManyLinesTheHeaderHas() {
    assertThat(addressSeen("one", "198.51.100.66, 192.0.2.9")).isEqualTo("192.0.2.9");
    assertThat(addressSeen("two lines", "198.51.100.66", "192.0.2.9")).isEqualTo("192.0.2.9");
    assertThat(addressSeen("two proxies", "198.51.100.66", "192.0.2.9, 192.0.2.200")).isEqualTo("192.0.2.9");
    assertThat(addressSeen("no address", "198.51.100.66", "<script>")).isEqualTo("127.0.0.1");
    assertThat(addressSeen("none")).isEqualTo("127.0.0.1");
    assertThat(addressSeen("version six", "2001:db8::7")).isEqualTo("2001:db8:0:0:0:0:0:7");
    assertThat(addressSeen("a port", "192.0.2.9:4711")).isEqualTo("192.0.2.9");
    assertThat(addressSeen("a port of version six", "[2001:db8::7]:4711")).isEqualTo("2001:db8:0:0:0:0:0:7");
    assertThat(addressSeen("a proxy otherwise spelled", "192.0.2.9, 2001:DB8:0::5")).isEqualTo("192.0.2.9");
  }

  @Test
  void aTrustedProxyIsGivenByItsAddress() {
    assertThatThrownBy(() -> new ServerSettings(folder, ServerSettings.LOOPBACK, 0, SignUpPolicy.CLOSED, null, null, List.of("10.0.0.0/8"),
        List.of(), null)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--trusted-proxy takes the address of a proxy, such as 10.0.0.5, not '10.0.0.0/8'.");
  }

  /** The address that the audit trail has for a call that came with those lines. */
  private static String addressSeen(String mark, String... lines) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + "/signin")).header("Content-Type", "application/json")
        .header("User-Agent", mark).POST(HttpRequest.BodyPublishers.ofString(
            "{\"email\":\"" + EMAIL + "\",\"password\":\"" + Browser.PASSWORD + "\"}"));
    for (String line : lines) {
      request.header("X-Forwarded-For", line);
    }
    assertThat(Browser.send(request.build()).status()).isEqualTo(204);
    for (int attempt = 0; attempt < 200; attempt++) {
      var found = owner.post("/", "application/x-amz-json-1.1",
          Map.of("X-Amz-Target", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents"), "{}").ok().list("Events").stream()
          .map(event -> event.field("CloudTrailEvent").orElseThrow().text())
          .filter(record -> record.contains("\"userAgent\":\"" + mark + "\"")).findFirst();
      if (found.isPresent()) {
        String name = "\"sourceIPAddress\":\"";
        int at = found.get().indexOf(name) + name.length();
        return found.get().substring(at, found.get().indexOf('"', at));
      }
      sleep();
    }
    throw new AssertionError("no event of " + mark);
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void sittingAtTheMachineProvesNothingBehindAProxy(@TempDir Path other) {
    try (RunningServer first = RunningServer.start(behindProxy(other, SignUpPolicy.FIRST_ACCOUNT))) {
      for (String claimed : List.of("", "127.0.0.1", "192.0.2.9, 127.0.0.1", "::1")) {
        Browser visitor = new Browser(first.url());
        if (!claimed.isEmpty()) {
          visitor.extra.put("X-Forwarded-For", claimed);
        }
        Answer refused = visitor.signUp("visitor@proxy.example");
        assertThat(refused.status()).as(claimed).isEqualTo(400);
        assertThat(refused.text("message")).contains("set-up code");
      }
      assertThat(first.rooms().accounts().list()).isEmpty();
    }
  }

  @Test
  void overTlsOnlyTheCookieThatBelongsToThisHostCounts() {
    String token = owner.cookies.get("__Host-bursar-session");
    assertThat(token).isNotBlank();
    owner.bursar("GetSession", "{}").ok();
    Browser planted = new Browser(server.url());
    planted.extra.putAll(owner.extra);
    planted.cookies.put("XSRF-TOKEN", owner.cookies.get("XSRF-TOKEN"));
    planted.cookies.put("bursar-session", token);
    Answer refused = planted.bursar("GetSession", "{}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("__type")).isEqualTo("MissingAuthenticationTokenException");
  }

  @Test
  void oneAddressMaySignUpTenTimesAnHour() {
    List<Answer> answers = new ArrayList<>();
    for (int visit = 0; visit < 11; visit++) {
      Browser visitor = new Browser(server.url());
      visitor.extra.put("X-Forwarded-For", "2001:db8:1:2::" + visit);
      answers.add(visitor.signUp(visit + "@crowd.example"));
    }
    assertThat(answers.subList(0, 10)).allMatch(answer -> answer.status() == 200);
    assertThat(answers.getLast().text("__type")).isEqualTo("ThrottlingException");
    assertThat(answers.getLast().text("message")).contains("10 accounts within an hour. Try again in");
    Browser elsewhere = new Browser(server.url());
    elsewhere.extra.put("X-Forwarded-For", "2001:db8:1:3::1");
    elsewhere.signUp("elsewhere@crowd.example").ok();
  }

  @Test
  @Timeout(120)
  void oneAddressHasAtMostFiftyRequestsInProgress() throws IOException {
    List<Socket> crowd = new ArrayList<>();
    try {
      for (int request = 0; request < 50; request++) {
        crowd.add(begun("198.51.100.7", "/signin"));
      }
      Answer form = eventuallyRefused(crowd);
      assertThat(form.body()).contains("<Code>ServiceUnavailable</Code>", "50 requests in progress");
      assertThat(form.headers().firstValue("Retry-After")).contains("1");
      Browser page = new Browser(server.url());
      page.extra.put("X-Forwarded-For", "198.51.100.7");
      Answer json = page.bursar("GetSession", "{}");
      assertThat(json.status()).isEqualTo(503);
      assertThat(json.text("message")).contains("50 requests in progress");
      owner.bursar("GetSession", "{}").ok();
    } finally {
      for (Socket socket : crowd) {
        socket.close();
      }
    }
    Browser page = new Browser(server.url());
    page.extra.put("X-Forwarded-For", "198.51.100.7");
    for (int attempt = 0; page.bursar("GetSession", "{}").status() == 503; attempt++) {
      assertThat(attempt).as("the places of those who left are free again").isLessThan(400);
      sleep();
    }
  }

  /** The begun requests reach the server in their own time, and one may find its place taken by the very call that looks. */
  private static Answer eventuallyRefused(List<Socket> crowd) throws IOException {
    Browser page = new Browser(server.url());
    page.extra.put("X-Forwarded-For", "198.51.100.7");
    for (int attempt = 0; attempt < 60; attempt++) {
      Answer answer = page.iam("ListUsers");
      if (answer.status() == 503) {
        return answer;
      }
      crowd.add(begun("198.51.100.7", "/signin"));
      sleep();
    }
    throw new AssertionError("the crowd was let in");
  }

  /** A request whose body does not come. */
  private static Socket begun(String address, String path) throws IOException {
    Socket socket = new Socket("127.0.0.1", URI.create(server.url()).getPort());
    socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + address
        + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{").getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  @Timeout(120)
  void aBodyThatDribblesInIsCutOffAndSoIsItsConnection() throws IOException {
    try (Socket socket = begun("198.51.100.8", "/signin")) {
      Thread dribble = Thread.ofPlatform().daemon().start(() -> dribble(socket));
      socket.setSoTimeout(60_000);
      BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(answer.readLine()).startsWith("HTTP/1.1 408");
      StringBuilder rest = new StringBuilder();
      try {
        for (String line = answer.readLine(); line != null; line = answer.readLine()) {
          rest.append(line).append('\n');
        }
      } catch (IOException reset) {
        assertThat(reset).as("the connection ended, one way or the other").isNotInstanceOf(java.net.SocketTimeoutException.class);
      }
      assertThat(rest).contains("did not arrive whole within 10 seconds");
      dribble.interrupt();
    }
  }

  /** Sends a byte now and then, often enough for each read to succeed. */
  private static void dribble(Socket socket) {
    try {
      for (int sent = 0; sent < 900; sent++) {
        socket.getOutputStream().write(' ');
        Thread.sleep(200);
      }
    } catch (IOException ended) {
      // The server closed the connection: that is what the test waits for.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
