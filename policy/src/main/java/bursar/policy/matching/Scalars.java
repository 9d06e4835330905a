package bursar.policy.matching;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the typed values of conditions; null is the answer to any text that is not of the type. */
public final class Scalars {
  private static final int LONGEST_NUMBER = 64;
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern EPOCH_SECONDS = Pattern.compile("-?(\\d{1,3}|\\d{5,12})(\\.\\d{1,9})?");
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:T(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?(Z|[+-]\\d{2}:\\d{2}))?)?)?");

  private Scalars() {}

  /** A whole or decimal number, with an exponent of at most three digits. */
  public static @Nullable BigDecimal number(String text) {
    return text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
  }

  /**
   * A point in time: the W3C profile of ISO 8601 (a year, a month, a day, or a time with its zone) or seconds since
   * 1970. Four digits alone are a year.
   */
  public static @Nullable Instant date(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return null;
    }
    if (EPOCH_SECONDS.matcher(text).matches()) {
      BigDecimal seconds = new BigDecimal(text);
      long whole = seconds.setScale(0, java.math.RoundingMode.FLOOR).longValueExact();
      long nanos = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValueExact();
      return Instant.ofEpochSecond(whole, nanos);
    }
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.of(part(matcher, 1, 1), part(matcher, 2, 1), part(matcher, 3, 1));
      String fraction = matcher.group(7);
      int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
      LocalDateTime time = day.atTime(part(matcher, 4, 0), part(matcher, 5, 0), part(matcher, 6, 0), nanos);
      String zone = matcher.group(8);
      return time.toInstant(zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone));
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private static int part(Matcher matcher, int group, int absent) {
    String text = matcher.group(group);
    return text == null ? absent : Integer.parseInt(text);
  }

  /** {@code true} or {@code false}, in any case. */
  public static @Nullable Boolean truth(String text) {
    return text.equalsIgnoreCase("true") ? Boolean.TRUE : text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
  }

  /** The bytes that a Base64 text (RFC 4648, section 4) stands for. */
  public static byte @Nullable [] binary(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}
