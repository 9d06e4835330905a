package bursar.policy.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text of a policy: what stands outside of variables, an escape, or a variable. The one place that knows how variables are spelled: {@code
 * ${key}}, {@code ${key, 'default'}}, and the escapes {@code ${*}}, {@code ${?}}, {@code ${$}}. Source: IAM reference, "Policy variables".
 */
public sealed interface TextPart {
  /**
   * Written as it is meant; {@code *} and {@code ?} are wildcards where the text may have any.
   *
   * @param text at least one character
   */
  record Written(String text) implements TextPart {}

  /**
   * One of the characters {@code *}, {@code ?}, {@code $} itself, never a wildcard.
   *
   * @param character the one character
   */
  record Escape(String character) implements TextPart {}

  /**
   * The value of a key.
   *
   * @param key in lower case
   * @param otherwise what stands in for a missing value, literally; null where nothing does
   */
  record Variable(String key, @Nullable String otherwise) implements TextPart {}

  /**
   * Cuts a text from left to right.
   *
   * @param variables whether {@code ${...}} is a variable here; otherwise the text is one written part
   */
  static List<TextPart> cut(String text, boolean variables) {
    List<TextPart> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = variables ? text.indexOf("${", at) : -1;
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        parts.add(new Written(text.substring(at)));
        break;
      }
      if (open > at) {
        parts.add(new Written(text.substring(at, open)));
      }
      parts.add(inside(text.substring(open + 2, close)));
      at = close + 1;
    }
    return parts;
  }

  private static TextPart inside(String inside) {
    if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
      return new Escape(inside);
    }
    int comma = inside.indexOf(',');
    if (comma >= 0) {
      String otherwise = inside.substring(comma + 1).strip();
      if (otherwise.length() >= 2 && otherwise.startsWith("'") && otherwise.endsWith("'")) {
        return new Variable(key(inside.substring(0, comma)), otherwise.substring(1, otherwise.length() - 1));
      }
    }
    return new Variable(key(inside), null);
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
