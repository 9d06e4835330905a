package bursar.domain.exports;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a manifest: texts, lists and objects as JSON. */
final class ManifestText {
  private ManifestText() {}

  static String of(Object value) {
    return switch (value) {
      case Map<?, ?> map -> map.entrySet().stream().map(entry -> text(String.valueOf(entry.getKey())) + ":" + of(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
      case List<?> list -> list.stream().map(ManifestText::of).collect(Collectors.joining(",\n", "[", "]"));
      default -> text(String.valueOf(value));
    };
  }

  private static String text(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char sign : text.toCharArray()) {
      if (sign == '"' || sign == '\\') {
        json.append('\\').append(sign);
      } else if (sign < ' ') {
        json.append(String.format("\\u%04x", (int) sign));
      } else {
        json.append(sign);
      }
    }
    return json.append('"').toString();
  }
}
