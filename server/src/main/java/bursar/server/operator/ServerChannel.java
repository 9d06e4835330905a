package bursar.server.operator;

import bursar.domain.Failure;
import bursar.server.data.DataFolder;
import bursar.wire.json.RecordJson;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The channel to the server that runs on the data folder. */
public final class ServerChannel implements OperatorChannel {
  private final HttpClient client;
  private final URI server;
  private final String token;

  private ServerChannel(HttpClient client, URI server, String token) {
    this.client = client;
    this.server = server;
    this.token = token;
  }

  /**
   * Connects.
   *
   * @throws OperatorRefused if the process that holds the folder does not say where it answers
   */
  public static ServerChannel to(DataFolder folder) {
    String url = folder.running().orElseThrow(() -> new OperatorRefused("Another command is working on " + folder.root()
        + " just now. Wait until it has ended, and try again."));
    URI server = URI.create(url.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:"));
    HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).version(HttpClient.Version.HTTP_1_1);
    if ("https".equals(server.getScheme())) {
      builder.sslContext(ownMachine());
    }
    return new ServerChannel(builder.build(), server, folder.operatorToken());
  }

  @Override
  public <O> O call(String operation, Object input, Class<O> answer) {
    HttpRequest request = HttpRequest.newBuilder(server.resolve("/"))
        .timeout(Duration.ofMinutes(2))
        .header("Content-Type", "application/x-amz-json-1.0")
        .header("X-Amz-Target", "Bursar." + operation)
        .header("X-Bursar-Operator", token)
        .POST(HttpRequest.BodyPublishers.ofByteArray(RecordJson.bytes(input)))
        .build();
    HttpResponse<byte[]> response;
    try {
      response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new OperatorRefused("The server at " + server + " does not answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorRefused("The call was interrupted.");
    }
    if (response.statusCode() != 200) {
      throw new OperatorRefused(sentence(response.body()));
    }
    return RecordJson.read(answer, response.body());
  }

  @Override
  public void close() {
    client.close();
  }

  /** The message of an error's body; the other members, such as the code, are for programs. */
  record Refusal(@Nullable String message) {}

  private static String sentence(byte[] body) {
    try {
      String message = RecordJson.read(Refusal.class, new String(body, StandardCharsets.UTF_8).replaceFirst("\"message\"", "\"Message\"")
          .getBytes(StandardCharsets.UTF_8)).message();
      return message == null ? "The server refused." : message;
    } catch (Failure e) {
      return "The server answered something else than a Bursar server would.";
    }
  }

  /**
   * The server is on this machine and proves itself by knowing what only the data folder holds, so its certificate, made out to another
   * name, is not looked at.
   */
  private static SSLContext ownMachine() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new AnyCertificate()}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS is not available", e);
    }
  }

  private static final class AnyCertificate extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
