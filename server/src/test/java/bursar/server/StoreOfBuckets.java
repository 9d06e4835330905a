package bursar.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A stand-in for an S3-compatible store, over real HTTP: ListObjectsV2 in pages and GetObject with ranges, for one bucket. */
final class StoreOfBuckets implements AutoCloseable {
  private static final int PAGE = 2;

  /** How it answers. */
  enum Mood {
    WELL,
    /** Says nothing at all. */
    SILENT,
    /** Ends the first answer for every object in its middle. */
    BREAKING_OFF,
    /** Begins every object, and then falls silent. */
    FALLING_SILENT,
    /** Sends callers elsewhere. */
    REDIRECTING,
    /** Knows nobody. */
    REFUSING
  }

  private record Stored(byte[] bytes, Instant changedAt) {}

  private final HttpServer server;
  private final java.util.concurrent.ExecutorService threads = Executors.newCachedThreadPool();
  private final String bucket;
  private final ConcurrentSkipListMap<String, Stored> objects = new ConcurrentSkipListMap<>();
  /** What was asked, such as {@code GET key bytes=5-}. */
  final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Mood mood = Mood.WELL;
  private volatile boolean closed;

  StoreOfBuckets(String bucket) throws IOException {
    this.bucket = bucket;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void put(String key, byte[] bytes) {
    objects.put(key, new Stored(bytes, Instant.parse("2026-11-01T00:00:00Z").plusSeconds(objects.size())));
  }

  void put(String key, String text) {
    put(key, text.getBytes(StandardCharsets.UTF_8));
  }

  void be(Mood mood) {
    this.mood = mood;
    asked.clear();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String range = exchange.getRequestHeaders().getFirst("Range");
      asked.add(exchange.getRequestMethod() + " " + path.substring(Math.min(path.length(), bucket.length() + 2)) + (range == null ? "" : " " + range));
      String signature = exchange.getRequestHeaders().getFirst("Authorization");
      if (mood == Mood.SILENT) {
        sleep();
        return;
      }
      if (mood == Mood.REDIRECTING) {
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
        exchange.sendResponseHeaders(307, -1);
        return;
      }
      if (mood == Mood.REFUSING || signature == null || !signature.startsWith("AWS4-HMAC-SHA256 Credential=KEY/")) {
        text(exchange, 403, "<Error><Code>InvalidAccessKeyId</Code><Message>no such key</Message></Error>");
        return;
      }
      if (path.equals("/" + bucket) || path.equals("/" + bucket + "/")) {
        list(exchange);
      } else {
        object(exchange, path.substring(bucket.length() + 2), range);
      }
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : exchange.getRequestURI().getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private void list(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange);
    String after = query.getOrDefault("continuation-token", "");
    List<Map.Entry<String, Stored>> found = objects.tailMap(after, false).entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(query.getOrDefault("prefix", ""))).toList();
    List<Map.Entry<String, Stored>> page = found.stream().limit(PAGE).toList();
    StringBuilder xml = new StringBuilder("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>" + bucket + "</Name><IsTruncated>"
        + (found.size() > PAGE) + "</IsTruncated>");
    if (found.size() > PAGE) {
      xml.append("<NextContinuationToken>").append(page.getLast().getKey()).append("</NextContinuationToken>");
    }
    page.forEach(entry -> xml.append("<Contents><Key>").append(entry.getKey()).append("</Key><LastModified>").append(entry.getValue().changedAt())
        .append("</LastModified><ETag>").append(tag(entry.getValue())).append("</ETag><Size>").append(entry.getValue().bytes().length)
        .append("</Size></Contents>"));
    text(exchange, 200, xml.append("</ListBucketResult>").toString());
  }

  private static String tag(Stored stored) {
    try {
      return "\"" + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(stored.bytes())) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void object(HttpExchange exchange, String key, String range) throws IOException {
    Stored stored = objects.get(key);
    if (stored == null) {
      text(exchange, 404, "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>");
      return;
    }
    if (!tag(stored).equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
      text(exchange, 412, "<Error><Code>PreconditionFailed</Code><Message>changed</Message></Error>");
      return;
    }
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    byte[] rest = Arrays.copyOfRange(stored.bytes(), from, stored.bytes().length);
    exchange.getResponseHeaders().add("ETag", tag(stored));
    if (range != null) {
      exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + (stored.bytes().length - 1) + "/" + stored.bytes().length);
    }
    exchange.sendResponseHeaders(range == null ? 200 : 206, rest.length);
    OutputStream out = exchange.getResponseBody();
    if (mood == Mood.FALLING_SILENT || (mood == Mood.BREAKING_OFF && range == null)) {
      out.write(rest, 0, rest.length / 2);
      out.flush();
      if (mood == Mood.FALLING_SILENT) {
        sleep();
      }
      return;
    }
    out.write(rest);
  }

  private void sleep() {
    try {
      for (int second = 0; second < 60 && !closed; second++) {
        TimeUnit.MILLISECONDS.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void text(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closed = true;
    server.stop(0);
    threads.shutdownNow();
  }
}
