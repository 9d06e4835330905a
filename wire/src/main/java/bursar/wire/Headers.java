package bursar.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request's headers. Every value a client sent is kept, in the order sent; bytes beyond ASCII are read as ISO-8859-1. */
@FunctionalInterface
public interface Headers {
  /** All values of that header, one a header line; empty when it was not sent. The name's case does not matter. */
  List<String> values(String name);

  /** The first value of that header, or null. */
  default @Nullable String first(String name) {
    List<String> all = values(name);
    return all.isEmpty() ? null : all.getFirst();
  }

  /** The headers of those name and value pairs. */
  static Headers of(List<Map.Entry<String, String>> lines) {
    Map<String, List<String>> byName = new TreeMap<>();
    for (Map.Entry<String, String> line : lines) {
      byName.computeIfAbsent(line.getKey().toLowerCase(Locale.ROOT), name -> new ArrayList<>()).add(line.getValue());
    }
    return name -> byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }
}
