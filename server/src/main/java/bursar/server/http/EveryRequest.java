package bursar.server.http;

import bursar.server.pipeline.Pipeline;
import bursar.server.pipeline.Exchange;
import bursar.server.settings.ServerSettings;
import bursar.wire.Headers;
import bursar.wire.RawRequest;
import bursar.wire.WireResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes every request, reads its bytes once, before anything could decode them, and sends it where it belongs: health, sign-in, sign-out,
 * the operations, or the console's files.
 */
public final class EveryRequest extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int BODY_BYTES_MAX = 1 << 20;
  private static final int BODY_SECONDS_MAX = 10;
  private static final byte[] NO_BODY = {};

  private final transient ServerSettings settings;
  private final transient KnownHosts hosts;
  private final transient Pipeline pipeline;
  private final transient SignInEndpoint signIn;
  private final transient ConsoleFiles console = new ConsoleFiles();
  private final transient Forwarded forwarded;

  /** The servlet of a server with those settings. */
  public EveryRequest(ServerSettings settings, Pipeline pipeline, SignInEndpoint signIn) {
    this.settings = settings;
    this.pipeline = pipeline;
    this.signIn = signIn;
    this.hosts = new KnownHosts(settings.knownHosts());
    this.forwarded = new Forwarded(settings.trustedProxies());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean secure = settings.tls() || forwarded.secure(request);
    SecurityHeaders.add(response, secure);
    if (!hosts.knows(request.getHeader("Host"))) {
      plain(response, 421, "This server does not answer to that host name. Its operator can add it with --host NAME.");
      return;
    }
    byte[] body = body(request);
    if (body == null) {
      response.setHeader("Connection", "close");
      plain(response, 408, "The request did not arrive whole within " + BODY_SECONDS_MAX + " seconds.");
      return;
    }
    RawRequest raw = new RawRequest(request.getMethod(), request.getRequestURI(), request.getQueryString(), headers(request), body,
        forwarded.remoteAddress(request));
    Exchange exchange = new Exchange(raw, secure, body.length > BODY_BYTES_MAX);
    if (exchange.tooLarge() && !pipeline.claims(raw)) {
      plain(response, 413, "The request is larger than " + BODY_BYTES_MAX + " bytes.");
      return;
    }
    boolean reads = raw.method().equals("GET") || raw.method().equals("HEAD");
    if (reads && raw.path().equals("/health")) {
      plain(response, 200, "ready");
    } else if (!reads && raw.path().equals("/signin")) {
      signIn.signIn(exchange, response);
    } else if (!reads && raw.path().equals("/signout")) {
      signIn.signOut(exchange, response);
    } else if (pipeline.claims(raw)) {
      send(response, pipeline.answer(exchange));
    } else if (reads) {
      console.answer(raw.path(), response, raw.method().equals("HEAD"));
    } else {
      plain(response, 405, "There is nothing here to " + raw.method() + ".");
    }
  }

  /** The body, one byte more than the limit if it is larger, or null if it dribbles in: a thread is not lent to the slow for long. */
  private static byte @Nullable [] body(HttpServletRequest request) throws IOException {
    long declared = request.getContentLengthLong();
    if (declared == 0) {
      return NO_BODY;
    }
    long deadline = System.nanoTime() + BODY_SECONDS_MAX * 1_000_000_000L;
    byte[] bytes = new byte[declared > 0 && declared <= BODY_BYTES_MAX ? (int) declared + 1 : 8_192];
    int length = 0;
    InputStream in = request.getInputStream();
    try {
      for (int read = in.read(bytes, 0, bytes.length); read >= 0; read = in.read(bytes, length, bytes.length - length)) {
        length += read;
        if (length > BODY_BYTES_MAX) {
          break;
        }
        if (System.nanoTime() > deadline) {
          return null;
        }
        if (length == bytes.length) {
          bytes = Arrays.copyOf(bytes, Math.min(2 * length, BODY_BYTES_MAX + 1));
        }
      }
    } catch (SocketTimeoutException e) {
      return null;
    }
    return Arrays.copyOf(bytes, length);
  }

  private static Headers headers(HttpServletRequest request) {
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements();) {
      String name = names.nextElement();
      for (Enumeration<String> values = request.getHeaders(name); values.hasMoreElements();) {
        lines.add(Map.entry(name, values.nextElement()));
      }
    }
    return Headers.of(lines);
  }

  static void send(HttpServletResponse response, WireResponse answer) throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }

  static void plain(HttpServletResponse response, int status, String sentence) throws IOException {
    byte[] bytes = (sentence + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("text/plain; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
