package bursar.server.http;

import bursar.domain.Failure;
import bursar.server.pipeline.Exchange;
import bursar.server.pipeline.Pipeline;
import bursar.server.settings.ServerSettings;
import bursar.wire.Headers;
import bursar.wire.RawRequest;
import bursar.wire.WireResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

/**
 * Takes every request, reads its bytes once, before anything could decode them, and sends it where it belongs: health, sign-in, sign-out,
 * the operations, uploads (which stream to disk), or the console's files.
 */
public final class EveryRequest extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final byte[] NO_BODY = {};

  private final transient ServerSettings settings;
  private final transient KnownHosts hosts;
  private final transient Pipeline pipeline;
  private final transient SignInEndpoint signIn;
  private final transient UploadEndpoint uploads;
  private final transient ConsoleFiles console = new ConsoleFiles();
  private final transient Forwarded forwarded;
  private final transient RequestsInProgress inProgress = new RequestsInProgress();

  /** The servlet of a server with those settings. */
  public EveryRequest(ServerSettings settings, Pipeline pipeline, SignInEndpoint signIn, UploadEndpoint uploads) {
    this.settings = settings;
    this.pipeline = pipeline;
    this.signIn = signIn;
    this.uploads = uploads;
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
    String address = forwarded.remoteAddress(request);
    if (forwarded.isOwn(address)) {
      answer(request, response, secure, address);
    } else if (inProgress.enter(address)) {
      try {
        answer(request, response, secure, address);
      } finally {
        inProgress.leave(address);
      }
    } else {
      refuseCrowd(request, response, secure, address);
    }
  }

  /** The body is not read: reading it is what a crowd of requests would hold the threads with. */
  private void refuseCrowd(HttpServletRequest request, HttpServletResponse response, boolean secure, String address) throws IOException {
    String sentence = "Your address has " + RequestsInProgress.PER_ADDRESS + " requests in progress here. Wait until some of them are answered.";
    RawRequest raw = raw(request, NO_BODY, address);
    response.setHeader("Connection", "close");
    response.setHeader("Retry-After", "1");
    if (pipeline.claims(raw)) {
      send(response, pipeline.refuse(new Exchange(raw, secure, false), new Failure("ServiceUnavailable", sentence)));
    } else {
      plain(response, 503, sentence);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, boolean secure, String address) throws IOException {
    if (UploadEndpoint.claims(request)) {
      uploads.answer(request, response);
      return;
    }
    byte[] body = RequestBody.of(request);
    if (body == null) {
      response.setHeader("Connection", "close");
      plain(response, 408, "The request did not arrive whole within " + RequestBody.SECONDS_MAX + " seconds.");
      return;
    }
    RawRequest raw = raw(request, body, address);
    Exchange exchange = new Exchange(raw, secure, body.length > RequestBody.BYTES_MAX);
    if (exchange.tooLarge() && !pipeline.claims(raw)) {
      plain(response, 413, "The request is larger than " + RequestBody.BYTES_MAX + " bytes.");
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

  private static RawRequest raw(HttpServletRequest request, byte[] body, String address) {
    return new RawRequest(request.getMethod(), request.getRequestURI(), request.getQueryString(), headers(request), body, address);
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
