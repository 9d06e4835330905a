package bursar.wire.sigv4;

import bursar.domain.Failure;
import bursar.operations.declaration.Protocol;
import bursar.wire.PercentText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code X-Amz-*} parameters of a presigned URL's query. */
final class Presigning {
  private Presigning() {}

  static boolean isPresigned(@Nullable String query) {
    return query != null && (hasParameter(query, "X-Amz-Signature") || hasParameter(query, "X-Amz-Algorithm")
        || hasParameter(query, "X-Amz-Credential"));
  }

  private static boolean hasParameter(String query, String name) {
    int at = query.indexOf(name);
    while (at >= 0) {
      int end = at + name.length();
      boolean begins = at == 0 || query.charAt(at - 1) == '&';
      if (begins && (end == query.length() || query.charAt(end) == '=' || query.charAt(end) == '&')) {
        return true;
      }
      at = query.indexOf(name, end);
    }
    return false;
  }

  static Map<String, String> parameters(@Nullable String query, Protocol protocol) {
    Map<String, String> said = new HashMap<>();
    byte[] text = query == null ? new byte[0] : query.getBytes(StandardCharsets.ISO_8859_1);
    int at = 0;
    while (at < text.length) {
      int end = at;
      int equals = -1;
      while (end < text.length && text[end] != '&') {
        if (text[end] == '=' && equals < 0) {
          equals = end;
        }
        end++;
      }
      try {
        String name = PercentText.decode(text, at, equals < 0 ? end : equals);
        if (name.startsWith("X-Amz-") && said.put(name, equals < 0 ? "" : PercentText.decode(text, equals + 1, end)) != null) {
          throw SignatureRefusals.incomplete(protocol, "The query parameter " + name + " is there twice.");
        }
      } catch (Failure e) {
        throw SignatureRefusals.incomplete(protocol, e.sentence());
      }
      at = end + 1;
    }
    return said;
  }
}
