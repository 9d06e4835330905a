package bursar.wire;

import java.util.List;

/** What a request says its body is. Browser sessions may send {@link #JSON} and {@link #FORM} only. */
public enum ContentType {
  /** {@code application/json} or {@code application/x-amz-json-1.0} or {@code -1.1}. */
  JSON,
  /** {@code application/x-www-form-urlencoded}. */
  FORM,
  /** No content type. */
  NONE,
  /** Anything else, or several. */
  OTHER;

  /** The request's content type, whatever parameters follow it. */
  public static ContentType of(Headers headers) {
    List<String> all = headers.values("content-type");
    if (all.isEmpty()) {
      return NONE;
    }
    String text = all.getFirst();
    if (all.size() > 1) {
      return OTHER;
    } else if (names(text, "application/x-www-form-urlencoded")) {
      return FORM;
    } else if (names(text, "application/x-amz-json-1.1") || names(text, "application/x-amz-json-1.0") || names(text, "application/json")) {
      return JSON;
    }
    return OTHER;
  }

  private static boolean names(String text, String type) {
    if (!text.regionMatches(true, 0, type, 0, type.length())) {
      return false;
    }
    int at = type.length();
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at == text.length() || text.charAt(at) == ';';
  }
}
