package bursar.wire;

import bursar.domain.Failure;
import bursar.operations.declaration.HttpRoute;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds a request's path against the path of an operation. */
public final class RestPath {
  private RestPath() {}

  /**
   * The labels' values, decoded.
   *
   * @param path the path of the request line, still percent-encoded
   * @return null when the path is another
   */
  public static @Nullable Map<String, String> labels(HttpRoute route, String path) {
    List<String> wanted = route.parts();
    List<String> given = List.of(path.substring(Math.min(1, path.length())).split("/", -1));
    boolean greedy = wanted.getLast().endsWith("+}");
    if (given.size() < wanted.size() || (given.size() > wanted.size() && !greedy)) {
      return null;
    }
    Map<String, String> labels = new HashMap<>();
    for (int part = 0; part < wanted.size(); part++) {
      boolean last = part == wanted.size() - 1;
      String text = decoded(last ? String.join("/", given.subList(part, given.size())) : given.get(part));
      String label = HttpRoute.label(wanted.get(part));
      if (text == null || (label.isEmpty() ? !text.equals(wanted.get(part)) : text.isEmpty())) {
        return null;
      }
      if (!label.isEmpty()) {
        labels.put(label, text);
      }
    }
    return labels;
  }

  private static @Nullable String decoded(String part) {
    byte[] bytes = part.replace("+", "%2B").getBytes(StandardCharsets.ISO_8859_1);
    try {
      return PercentText.decode(bytes, 0, bytes.length);
    } catch (Failure garbled) {
      return null;
    }
  }
}
