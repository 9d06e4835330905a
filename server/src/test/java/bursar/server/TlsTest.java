package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.accounts.SignUpPolicy;
import bursar.server.rooms.RunningServer;
import bursar.server.settings.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/** A server that ends TLS itself, on every address of the machine, with a certificate made for this test. */
class TlsTest {
  private static final String EMAIL = "owner@tls.example";
  private static final char[] STORE_PASSWORD = "of this test alone".toCharArray();

  @TempDir private static Path folder;
  private static @Nullable RunningServer server;
  private static @Nullable HttpClient client;
  private static String url = "";

  @BeforeAll
  static void serve() throws Exception {
    KeyStore store = selfSigned();
    Path certificate = pem("certificate.pem", "CERTIFICATE", store.getCertificate("bursar").getEncoded());
    Path key = pem("key.pem", "PRIVATE KEY", store.getKey("bursar", STORE_PASSWORD).getEncoded());
    server = RunningServer.start(new ServerSettings(folder.resolve("data"), "0.0.0.0", 0, SignUpPolicy.OPEN, certificate, key, List.of(),
        List.of("localhost"), null));
    int port = URI.create(server.url()).getPort();
    url = "https://localhost:" + port;
    client = HttpClient.newBuilder().sslContext(trusting(store)).version(HttpClient.Version.HTTP_1_1).build();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void signingInOverTlsGivesCookiesThatNeverLeaveTls() throws Exception {
    assertThat(post("/", "application/x-amz-json-1.0", Map.of("X-Amz-Target", "Bursar.SignUp"),
        "{\"Email\":\"" + EMAIL + "\",\"Password\":\"" + Browser.PASSWORD + "\",\"AccountName\":\"Tls\"}").status()).isEqualTo(200);
    Answer signedIn = post("/signin", "application/json", Map.of(), "{\"email\":\"" + EMAIL + "\",\"password\":\"" + Browser.PASSWORD + "\"}");
    assertThat(signedIn.status()).isEqualTo(204);
    List<String> cookies = signedIn.headers().allValues("Set-Cookie");
    assertThat(cookies).hasSize(2).allMatch(cookie -> cookie.contains("; Secure") && cookie.contains("; Path=/") && !cookie.contains("Domain"));
    assertThat(cookies.getFirst()).startsWith("__Host-bursar-session=").contains("; HttpOnly", "; SameSite=Strict");
    assertThat(signedIn.headers().firstValue("Strict-Transport-Security")).isPresent();

    String session = value(cookies.getFirst());
    String csrf = value(cookies.getLast());
    Map<String, String> withSession = Map.of("X-Amz-Target", "Bursar.GetSession", "X-XSRF-TOKEN", csrf,
        "Cookie", "__Host-bursar-session=" + session + "; XSRF-TOKEN=" + csrf);
    assertThat(post("/", "application/x-amz-json-1.0", withSession, "{}").ok().text("PrincipalType")).isEqualTo("Root");
    Map<String, String> underThePlainName = Map.of("X-Amz-Target", "Bursar.GetSession", "X-XSRF-TOKEN", csrf,
        "Cookie", "bursar-session=" + session + "; XSRF-TOKEN=" + csrf);
    assertThat(post("/", "application/x-amz-json-1.0", underThePlainName, "{}").text("__type"))
        .as("a cookie that a page in the clear could have planted counts as none").isEqualTo("MissingAuthenticationTokenException");
  }

  @Test
  void plainHttpGetsNothing() throws Exception {
    int port = URI.create(url).getPort();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).doesNotContain("ready", " 200 ");
    }
  }

  @Test
  void whoDoesNotTrustTheCertificateIsNotServed() {
    try (HttpClient stranger = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/health")).timeout(Duration.ofSeconds(10)).build();
      assertThatThrownBy(() -> stranger.send(request, HttpResponse.BodyHandlers.ofString())).isInstanceOf(SSLException.class);
    }
  }

  @Test
  void aHostNobodyNamedIsRefusedOverTlsToo() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url.replace("localhost", "127.0.0.1") + "/health"))
        .timeout(Duration.ofSeconds(10)).build();
    HttpResponse<String> answer = client().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(421);
    assertThat(answer.body()).contains("--host NAME");
  }

  @Test
  void anAddressOthersReachIsRefusedWithoutTlsAndHalfACertificateIsToo() {
    assertThatThrownBy(() -> new ServerSettings(folder, "0.0.0.0", 0, SignUpPolicy.OPEN, null, null, List.of(), List.of("localhost"), null))
        .hasMessageContaining("passwords would cross the network in the clear").hasMessageContaining("--tls-certificate FILE")
        .hasMessageContaining("--trusted-proxy ADDRESS");
    assertThatThrownBy(() -> new ServerSettings(folder, "0.0.0.0", 0, SignUpPolicy.OPEN, folder.resolve("certificate.pem"), null, List.of(),
        List.of("localhost"), null)).hasMessage("--tls-certificate and --tls-key go together: give both or neither.");
  }

  private static HttpClient client() {
    if (client == null) {
      throw new IllegalStateException("the server was not started");
    }
    return client;
  }

  private static Answer post(String path, String type, Map<String, String> headers, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30)).header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return Answer.of(client().send(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  private static String value(String cookie) {
    String pair = cookie.split(";", 2)[0];
    return pair.substring(pair.indexOf('=') + 1);
  }

  /** A key and a certificate for localhost, made by the JDK's keytool. */
  private static KeyStore selfSigned() throws Exception {
    Path file = folder.resolve("store.p12");
    String password = new String(STORE_PASSWORD);
    Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "bursar",
        "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2", "-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-storetype", "PKCS12",
        "-keystore", file.toString(), "-storepass", password).redirectErrorStream(true).start();
    String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(made.waitFor()).as(said).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, STORE_PASSWORD);
    }
    return store;
  }

  private static SSLContext trusting(KeyStore store) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("bursar", store.getCertificate("bursar"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static Path pem(String name, String title, byte[] der) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(folder.resolve(name), "-----BEGIN " + title + "-----\n" + text + "\n-----END " + title + "-----\n");
  }
}
