package bursar.server.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The built console's files. Any path that is no file answers the console's page, which knows its own addresses. */
final class ConsoleFiles {
  private static final String ROOT = "/bursar/server/console/";
  private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "js", "text/javascript; charset=utf-8",
      "css", "text/css; charset=utf-8", "svg", "image/svg+xml", "png", "image/png", "ico", "image/x-icon", "woff2", "font/woff2",
      "json", "application/json", "txt", "text/plain; charset=utf-8", "map", "application/json");
  private static final String MISSING = "<!doctype html><title>Bursar</title><p>The console is not part of this build. Build it with"
      + " <code>./bursar build</code>. The APIs work.</p>";

  private final Map<String, byte[]> read = new ConcurrentHashMap<>();

  void answer(String path, HttpServletResponse response, boolean headOnly) throws IOException {
    String name = path.startsWith("/") ? path.substring(1) : path;
    Optional<byte[]> file = isPlain(name) ? file(name) : Optional.empty();
    if (name.startsWith("assets/") && file.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    boolean page = file.isEmpty() || name.equals("index.html");
    byte[] bytes = file.or(() -> file("index.html")).orElseGet(() -> MISSING.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    response.setContentType(page ? "text/html; charset=utf-8" : TYPES.getOrDefault(ending(name), "application/octet-stream"));
    // Hashed names never change what they hold; the page names the hashes and must be fresh.
    response.setHeader("Cache-Control", name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    response.setContentLength(bytes.length);
    if (!headOnly) {
      response.getOutputStream().write(bytes);
    }
  }

  /** Letters, digits, dashes, underscores and single dots between slashes: nothing that could climb out. */
  private static boolean isPlain(String name) {
    return !name.isEmpty() && name.length() < 200 && !name.contains("..") && name.chars().allMatch(
        c -> c == '/' || c == '.' || c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
  }

  private Optional<byte[]> file(String name) {
    byte[] known = read.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    // Only what exists is remembered, so that made-up names cannot fill the memory.
    Optional<byte[]> loaded = load(name);
    loaded.ifPresent(bytes -> read.put(name, bytes));
    return loaded;
  }

  private static Optional<byte[]> load(String name) {
    try (InputStream in = name.endsWith("/") ? null : ConsoleFiles.class.getResourceAsStream(ROOT + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
