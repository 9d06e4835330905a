package bursar.operations.declaration;

import java.util.List;

/**
 * Where an operation of a REST service is reached, as the service's model states it.
 *
 * @param method the HTTP method, in upper case
 * @param path the path, in which a part in braces is a label: {@code /analyzer/{analyzerName}}; a plus sign at a label's end lets it
 *     run over slashes
 */
public record HttpRoute(String method, String path) {
  /** A path begins with a slash. */
  public HttpRoute {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("The path " + path + " does not begin with a slash.");
    }
  }

  /** The parts between the slashes. */
  public List<String> parts() {
    return List.of(path.substring(1).split("/", -1));
  }

  /** The label that a part is, or an empty text. */
  public static String label(String part) {
    return part.startsWith("{") && part.endsWith("}") ? part.substring(1, part.length() - 1).replace("+", "") : "";
  }
}
