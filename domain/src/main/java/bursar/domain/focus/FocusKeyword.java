package bursar.domain.focus;

import java.util.Locale;

/** How binding a rule of FOCUS is, in the words of RFC 2119 and of FOCUS itself. */
public enum FocusKeyword {
  MUST,
  MUST_NOT,
  SHOULD,
  SHOULD_NOT,
  RECOMMENDED,
  MAY;

  /** Whether a file that breaks such a rule does not conform. */
  public boolean binding() {
    return this == MUST || this == MUST_NOT;
  }

  /** Whether such a rule permits something only, so that nothing can break it. */
  public boolean permits() {
    return this == MAY;
  }

  /** As FOCUS writes it. */
  public String written() {
    return name().replace('_', ' ');
  }

  /**
   * The keyword as FOCUS writes it.
   *
   * @throws IllegalArgumentException when there is no such keyword
   */
  public static FocusKeyword of(String written) {
    return valueOf(written.strip().toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
