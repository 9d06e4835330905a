package bursar.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Speaks plain HTTP to a server as a browser's page does: with the session's cookies and the CSRF header. */
final class Browser {
  static final String PASSWORD = "Correct-horse-42";
  private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  final URI root;
  /** Cookies by name; a test may change them. */
  final Map<String, String> cookies = new TreeMap<>();
  /** Headers every further request carries. */
  final Map<String, String> extra = new TreeMap<>();

  Browser(String url) {
    root = URI.create(url);
  }

  /** Creates an account; the answer is as it came. */
  Answer signUp(String email) {
    return post("/", "application/x-amz-json-1.0", Map.of("X-Amz-Target", "Bursar.SignUp"),
        "{\"Email\":\"" + email + "\",\"Password\":\"" + PASSWORD + "\",\"AccountName\":\"Example\"}");
  }

  /** Creates an account and signs its owner in. */
  static Browser ofNewOwner(String url, String email) {
    Browser browser = new Browser(url);
    browser.signUp(email).ok();
    browser.signedIn(browser.signInRoot(email, PASSWORD));
    return browser;
  }

  Answer signInRoot(String email, String password) {
    return signIn("{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
  }

  Answer signInUser(String account, String user, String password) {
    return signIn("{\"account\":\"" + account + "\",\"userName\":\"" + user + "\",\"password\":\"" + password + "\"}");
  }

  private Answer signIn(String body) {
    Answer answer = post("/signin", "application/json", Map.of(), body);
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String pair = cookie.split(";", 2)[0];
      cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return answer;
  }

  private void signedIn(Answer answer) {
    if (answer.status() != 204) {
      throw new AssertionError("not signed in: " + answer);
    }
  }

  /** Calls an operation of Bursar's own service with the session. */
  Answer bursar(String operation, String json) {
    return post("/", "application/x-amz-json-1.0", Map.of("X-Amz-Target", "Bursar." + operation), json);
  }

  /** Calls an operation of Cost Explorer with the session. */
  Answer ce(String operation, String json) {
    return post("/", "application/x-amz-json-1.1", Map.of("X-Amz-Target", "AWSInsightsIndexService." + operation), json);
  }

  /** Calls an IAM operation with the session; the parameters are names and values in turn. */
  Answer iam(String action, String... parameters) {
    StringBuilder form = new StringBuilder("Action=" + action + "&Version=2010-05-08");
    for (int at = 0; at < parameters.length; at += 2) {
      form.append('&').append(parameters[at]).append('=').append(URLEncoder.encode(parameters[at + 1], StandardCharsets.UTF_8));
    }
    return post("/", "application/x-www-form-urlencoded", Map.of(), form.toString());
  }

  Answer post(String path, String contentType, Map<String, String> headers, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(30))
        .header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    extra.forEach(request::header);
    if (!cookies.isEmpty()) {
      List<String> pairs = cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).toList();
      request.header("Cookie", String.join("; ", pairs));
      String csrf = cookies.get("XSRF-TOKEN");
      if (csrf != null && !extra.containsKey("X-XSRF-TOKEN")) {
        request.header("X-XSRF-TOKEN", csrf);
      }
    }
    return send(request.build());
  }

  static Answer send(HttpRequest request) {
    try {
      return Answer.of(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
