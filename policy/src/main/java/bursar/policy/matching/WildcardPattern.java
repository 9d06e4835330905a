package bursar.policy.matching;

import org.jspecify.annotations.Nullable;

/**
 * A pattern in which {@code *} stands for any run of characters and {@code ?} for exactly one.
 * Matching keeps only the last star in mind, so it takes at most pattern length times value length steps.
 */
public final class WildcardPattern {
  static final int ANY_RUN = -1;
  static final int ANY_ONE = -2;

  private final int[] codes;
  private final boolean ignoresCase;
  /** The whole text when there is nothing but literal characters to compare. */
  private final @Nullable String literal;
  /** The text before the star when there is nothing but literal characters and a star at the end. */
  private final @Nullable String beginning;

  private WildcardPattern(int[] codes, boolean ignoresCase) {
    this.codes = codes;
    this.ignoresCase = ignoresCase;
    this.literal = !ignoresCase && isLiteral() ? literalPrefix() : null;
    this.beginning = !ignoresCase && isPrefix() ? literalPrefix() : null;
  }

  /** A case-sensitive pattern; every {@code *} and {@code ?} in the text is a wildcard. */
  public static WildcardPattern of(String text) {
    return ofCodes(codes(text, true), false);
  }

  /** A pattern for action names, which ignore the case of ASCII letters. */
  public static WildcardPattern ignoringCase(String text) {
    int[] codes = codes(text, true);
    for (int index = 0; index < codes.length; index++) {
      if (codes[index] >= 0) {
        codes[index] = foldCase((char) codes[index]);
      }
    }
    return ofCodes(codes, true);
  }

  static WildcardPattern ofCodes(int[] codes, boolean ignoresCase) {
    int length = 0;
    int[] collapsed = new int[codes.length];
    for (int code : codes) {
      if (code != ANY_RUN || length == 0 || collapsed[length - 1] != ANY_RUN) {
        collapsed[length++] = code;
      }
    }
    return new WildcardPattern(java.util.Arrays.copyOf(collapsed, length), ignoresCase);
  }

  static int[] codes(String text, boolean wildcards) {
    int[] codes = new int[text.length()];
    for (int index = 0; index < codes.length; index++) {
      char character = text.charAt(index);
      codes[index] = wildcards && character == '*' ? ANY_RUN : wildcards && character == '?' ? ANY_ONE : character;
    }
    return codes;
  }

  /** The lower-case form of an ASCII letter; any other character as it is. */
  public static char foldCase(char character) {
    return character >= 'A' && character <= 'Z' ? (char) (character + ('a' - 'A')) : character;
  }

  /** Whether the whole value fits the pattern. */
  public boolean matches(String value) {
    return matches(value, 0, value.length());
  }

  /** Whether the part of the value from {@code from} (inclusive) to {@code to} (exclusive) fits the pattern. */
  public boolean matches(String value, int from, int to) {
    if (literal != null) {
      return literal.length() == to - from && value.startsWith(literal, from);
    }
    if (beginning != null) {
      return beginning.length() <= to - from && value.startsWith(beginning, from);
    }
    return run(value, from, to) > 0;
  }

  /** How many comparison steps {@link #matches(String)} takes for this value: the cost that the limit is about. */
  public long steps(String value) {
    return Math.abs((long) run(value, 0, value.length()));
  }

  /** The literal characters before the first wildcard. */
  public String literalPrefix() {
    StringBuilder prefix = new StringBuilder();
    for (int code : codes) {
      if (code < 0) {
        break;
      }
      prefix.append((char) code);
    }
    return prefix.toString();
  }

  /** The literal characters after the last wildcard; the whole text when there is none. */
  public String literalSuffix() {
    int start = codes.length;
    while (start > 0 && codes[start - 1] >= 0) {
      start--;
    }
    StringBuilder suffix = new StringBuilder();
    for (int index = start; index < codes.length; index++) {
      suffix.append((char) codes[index]);
    }
    return suffix.toString();
  }

  /** Whether exactly one star and no question mark stands among the literal characters. */
  public boolean hasOneStarOnly() {
    int stars = 0;
    for (int code : codes) {
      stars += code == ANY_RUN ? 1 : code == ANY_ONE ? 2 : 0;
    }
    return stars == 1;
  }

  /** Whether the pattern has no wildcard at all. */
  public boolean isLiteral() {
    for (int code : codes) {
      if (code < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the pattern is a literal text followed by a single star and nothing else. */
  public boolean isPrefix() {
    for (int index = 0; index < codes.length - 1; index++) {
      if (codes[index] < 0) {
        return false;
      }
    }
    return codes.length > 0 && codes[codes.length - 1] == ANY_RUN;
  }

  /** The number of steps taken, positive for a match and negative for none; never zero. */
  private int run(String value, int from, int to) {
    int[] pattern = codes;
    int at = 0;
    int index = from;
    int afterStar = -1;
    int starReaches = -1;
    int steps = 1;
    while (index < to) {
      steps++;
      if (at < pattern.length) {
        int code = pattern[at];
        if (code == ANY_RUN) {
          at++;
          if (at == pattern.length) {
            return steps;
          }
          afterStar = at;
          starReaches = index;
          continue;
        }
        char character = value.charAt(index);
        if (code == ANY_ONE) {
          index += width(value, index, to);
          at++;
          continue;
        }
        if (code == (ignoresCase ? foldCase(character) : character)) {
          index++;
          at++;
          continue;
        }
      }
      if (afterStar < 0) {
        return -steps;
      }
      starReaches += width(value, starReaches, to);
      index = starReaches;
      at = afterStar;
    }
    while (at < pattern.length && pattern[at] == ANY_RUN) {
      at++;
    }
    return at == pattern.length ? steps : -steps;
  }

  /** One character is one code point, so a surrogate pair counts once. */
  private static int width(String value, int index, int to) {
    return Character.isHighSurrogate(value.charAt(index)) && index + 1 < to && Character.isLowSurrogate(value.charAt(index + 1))
        ? 2
        : 1;
  }
}
