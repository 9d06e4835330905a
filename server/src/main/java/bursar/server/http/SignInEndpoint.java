package bursar.server.http;

import bursar.domain.Failure;
import bursar.domain.signin.Session;
import bursar.domain.signin.Sessions;
import bursar.domain.signin.SignIn;
import bursar.domain.signin.SignInResult;
import bursar.server.pipeline.Cookies;
import bursar.server.pipeline.Exchange;
import bursar.server.pipeline.SameOrigin;
import bursar.server.pipeline.SignInAudit;
import bursar.wire.RawRequest;
import bursar.wire.json.FlatJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /signin} and {@code POST /signout}.
 *
 * <p>Only JSON is read, and only from pages of this server: another site's form can neither sign anybody in nor guess with a visitor's
 * address. A refusal is the same sentence whatever was wrong.
 */
public final class SignInEndpoint {
  private static final String WRONG = "The sign-in details are wrong. Check them and try again.";

  private final SignIn signIn;
  private final Sessions sessions;
  private final SignInAudit audit;

  /** The endpoint over those rules; every attempt leaves an event. */
  public SignInEndpoint(SignIn signIn, Sessions sessions, SignInAudit audit) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.audit = audit;
  }

  void signIn(Exchange exchange, HttpServletResponse response) throws IOException {
    RawRequest request = exchange.request();
    String fault = unfit(exchange);
    if (fault != null) {
      message(response, fault.startsWith("POST") ? 405 : fault.startsWith("Send") ? 415 : 403, fault);
      return;
    }
    Map<String, String> form;
    try {
      form = FlatJson.read(request.body());
    } catch (Failure e) {
      message(response, 400, e.sentence());
      return;
    }
    String password = form.getOrDefault("password", "");
    SignInResult result;
    if (form.containsKey("email")) {
      result = signIn.signInRoot(form.getOrDefault("email", ""), password, request.remoteAddress());
    } else if (form.containsKey("account") && form.containsKey("userName")) {
      result = signIn.signInUser(form.getOrDefault("account", ""), form.getOrDefault("userName", ""), password, request.remoteAddress());
    } else {
      message(response, 400, "Send {\"email\",\"password\"} for the root user, or {\"account\",\"userName\",\"password\"} for an IAM user.");
      return;
    }
    answer(exchange, response, result);
  }

  private void answer(Exchange exchange, HttpServletResponse response, SignInResult result) throws IOException {
    switch (result) {
      case SignInResult.SignedIn signedIn -> {
        // A browser that was signed in already starts afresh: no token outlives a sign-in.
        String before = Cookies.session(exchange);
        if (before != null) {
          sessions.close(before);
        }
        audit.signedIn(exchange, signedIn);
        Cookies.set(response, signedIn.opened().token(), signedIn.opened().csrfToken(), exchange.secure());
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      case SignInResult.Refused refused -> {
        audit.refused(exchange, refused.account(), refused.userName(), WRONG);
        message(response, 401, WRONG);
      }
      case SignInResult.MustWait wait -> {
        long seconds = Math.max(1, wait.delay().plusMillis(999).toSeconds());
        String sentence = "Too many attempts failed. Try again in " + seconds + (seconds == 1 ? " second." : " seconds.");
        audit.refused(exchange, wait.account(), wait.userName(), sentence);
        response.setHeader("Retry-After", Long.toString(seconds));
        message(response, 401, sentence);
      }
    }
  }

  void signOut(Exchange exchange, HttpServletResponse response) throws IOException {
    RawRequest request = exchange.request();
    if (!request.method().equals("POST") || !SameOrigin.allows(exchange)) {
      message(response, request.method().equals("POST") ? 403 : 405, "POST from a page of this server signs out.");
      return;
    }
    String token = Cookies.session(exchange);
    if (token != null) {
      Optional<Session> session = sessions.find(token);
      if (session.isPresent() && !sessions.csrfMatches(session.get(), request.headers().first("X-XSRF-TOKEN"))) {
        String sentence = "The CSRF token is missing or wrong. Reload the page.";
        audit.signOutRefused(exchange, session.get(), sentence);
        message(response, 403, sentence);
        return;
      }
      sessions.close(token);
      session.ifPresent(ended -> audit.signedOut(exchange, ended));
    }
    Cookies.clear(response, exchange.secure());
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private static @Nullable String unfit(Exchange exchange) {
    RawRequest request = exchange.request();
    if (!request.method().equals("POST")) {
      return "POST signs in.";
    }
    String type = request.headers().first("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      return "Send the details as application/json.";
    }
    return SameOrigin.allows(exchange) ? null : "Sign in from a page of this server.";
  }

  private static void message(HttpServletResponse response, int status, String sentence) throws IOException {
    byte[] body = FlatJson.write(Map.of("message", sentence)).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
