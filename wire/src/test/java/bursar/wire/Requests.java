package bursar.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests made up for a test, and variations of requests. */
public final class Requests {
  private Requests() {}

  /** A POST to / with that body and those header names and values, one after the other. */
  public static RawRequest post(String body, String... headers) {
    return new RawRequest("POST", "/", null, headers(headers), body.getBytes(StandardCharsets.UTF_8), "127.0.0.1");
  }

  /** A form sent by POST. */
  public static RawRequest form(String body) {
    return post(body, "Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
  }

  /** A GET of / with that query. */
  public static RawRequest get(String query) {
    return new RawRequest("GET", "/", query, headers("Host", "localhost"), new byte[0], "127.0.0.1");
  }

  /** Headers of names and values, one after the other. */
  public static Headers headers(String... namesAndValues) {
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      lines.add(Map.entry(namesAndValues[i], namesAndValues[i + 1]));
    }
    return Headers.of(lines);
  }

  /** The same request with a header's values replaced; with none, the header is left out. */
  public static RawRequest with(RawRequest request, String header, String... values) {
    Headers headers = name -> name.equalsIgnoreCase(header) ? List.of(values) : request.headers().values(name);
    return new RawRequest(request.method(), request.path(), request.query(), headers, request.body(), request.remoteAddress());
  }

  /** The same request with another body. */
  public static RawRequest withBody(RawRequest request, String body) {
    return new RawRequest(
        request.method(), request.path(), request.query(), request.headers(), body.getBytes(StandardCharsets.UTF_8), request.remoteAddress());
  }

  /** The same request with another query. */
  public static RawRequest withQuery(RawRequest request, String query) {
    return new RawRequest(request.method(), request.path(), query, request.headers(), request.body(), request.remoteAddress());
  }
}
