package bursar.wire;

/** Kinds of ASCII characters; none of them depends on a language or on Unicode. */
public final class Ascii {
  private Ascii() {}

  /** 0 to 9. */
  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** A to Z, a to z or 0 to 9. */
  public static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
  }

  /** What a URI never needs to escape: letters, digits and {@code - . _ ~} (RFC 3986, 2.3). */
  public static boolean isUnreserved(int c) {
    return isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
  }
}
