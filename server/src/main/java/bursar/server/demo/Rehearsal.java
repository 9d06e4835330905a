package bursar.server.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** The first requests a server meets: health, the page, a sign-up, a sign-in and a first look around. */
public final class Rehearsal {
  private Rehearsal() {}

  /** Sends them. */
  public static void play(String url) throws IOException, InterruptedException {
    URI root = URI.create(url);
    try (HttpClient client = HttpClient.newHttpClient()) {
      send(client, HttpRequest.newBuilder(root.resolve("/health")).GET());
      send(client, HttpRequest.newBuilder(root).GET());
      send(client, HttpRequest.newBuilder(root).header("Content-Type", "application/x-amz-json-1.0").header("X-Amz-Target", "Bursar.SignUp")
          .POST(text("{\"Email\":\"owner@example.com\",\"Password\":\"" + DemoOrganization.PASSWORD + "\",\"AccountName\":\"Example\"}")));
      HttpResponse<String> signedIn = send(client, HttpRequest.newBuilder(root.resolve("/signin")).header("Content-Type", "application/json")
          .POST(text("{\"email\":\"owner@example.com\",\"password\":\"" + DemoOrganization.PASSWORD + "\"}")));
      List<String> cookies = signedIn.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.substring(0, cookie.indexOf(';'))).toList();
      String csrf = cookies.stream().filter(cookie -> cookie.startsWith("XSRF-TOKEN=")).map(cookie -> cookie.substring(11)).findFirst().orElse("");
      for (String operation : List.of("GetSession", "ListConsolePages", "GetBillingAccess", "ListPolicyTemplates")) {
        send(client, HttpRequest.newBuilder(root).header("Content-Type", "application/x-amz-json-1.0").header("X-Amz-Target", "Bursar." + operation)
            .header("Cookie", String.join("; ", cookies)).header("X-XSRF-TOKEN", csrf).POST(text("{}")));
      }
      send(client, HttpRequest.newBuilder(root).header("Content-Type", "application/x-www-form-urlencoded")
          .header("Cookie", String.join("; ", cookies)).header("X-XSRF-TOKEN", csrf).POST(text("Action=ListUsers&Version=2010-05-08")));
    }
  }

  private static HttpRequest.BodyPublisher text(String body) {
    return HttpRequest.BodyPublishers.ofString(body);
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
