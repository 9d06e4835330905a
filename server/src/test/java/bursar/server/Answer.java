package bursar.server;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** What the server answered to one raw HTTP request. */
record Answer(int status, String body, HttpHeaders headers) {
  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.body(), response.headers());
  }

  /** The body as JSON. */
  JsonNode json() {
    return JsonNode.parser().parse(body);
  }

  /** A text member of a JSON object. */
  String text(String member) {
    return json().field(member).orElseThrow(() -> new AssertionError("no member " + member + " in " + body)).text();
  }

  /** A member of a JSON object that is a list. */
  List<JsonNode> list(String member) {
    return json().field(member).orElseThrow(() -> new AssertionError("no member " + member + " in " + body)).asArray();
  }

  /** Fails, and shows the answer, unless the status is 200. */
  Answer ok() {
    if (status != 200) {
      throw new AssertionError("status " + status + ": " + body);
    }
    return this;
  }
}
