package bursar.wire;

import bursar.operations.shape.Shape;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/** Single values as text, as the query protocol spells them: ISO 8601 times, base64 bytes, plain numbers. */
public final class ScalarText {
  private static final int DIGITS_MAX = 60;
  /** The first second of the year 0 and the last of the year 9999, the range that both ISO 8601 and all clients can say. */
  private static final long SECOND_MIN = -62_167_219_200L;
  private static final long SECOND_MAX = 253_402_300_799L;

  private ScalarText() {}

  /** The value that text spells, or null if it spells none of that kind. */
  public static @Nullable Object read(Shape.Scalar kind, String text) {
    try {
      return switch (kind) {
        case STRING -> text;
        case BOOLEAN -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
        case SHORT -> isInteger(text) ? Short.valueOf(text) : null;
        case INTEGER -> isInteger(text) ? Integer.valueOf(text) : null;
        case LONG -> isInteger(text) ? Long.valueOf(text) : null;
        case FLOAT -> isNumber(text) ? finite(Float.valueOf(text)) : null;
        case DOUBLE -> isNumber(text) ? finite(Double.valueOf(text)) : null;
        case DECIMAL -> isNumber(text) ? bounded(new BigDecimal(text)) : null;
        case TIMESTAMP -> bounded(OffsetDateTime.parse(text).toInstant());
        case BLOB -> SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(text));
        case DOCUMENT -> null;
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      return null;
    }
  }

  /** How a value is written. */
  public static String write(Shape.Scalar kind, Object value) {
    return switch (kind) {
      case STRING, BOOLEAN, SHORT, INTEGER, LONG, FLOAT, DOUBLE, DOCUMENT -> value.toString();
      case DECIMAL -> ((BigDecimal) value).toPlainString();
      case TIMESTAMP -> DateTimeFormatter.ISO_INSTANT.format((Instant) value);
      case BLOB -> Base64.getEncoder().encodeToString(((SdkBytes) value).asByteArrayUnsafe());
    };
  }

  /** That decimal, or null if it has more digits before or behind its point than anything counted has. */
  public static @Nullable BigDecimal bounded(BigDecimal number) {
    boolean small = number.precision() <= DIGITS_MAX && Math.abs((long) number.scale()) <= DIGITS_MAX;
    return small ? number : null;
  }

  /** That time, or null if it lies outside the years 0 to 9999. */
  public static @Nullable Instant bounded(Instant time) {
    return time.getEpochSecond() < SECOND_MIN || time.getEpochSecond() > SECOND_MAX ? null : time;
  }

  private static @Nullable Float finite(Float number) {
    return Float.isFinite(number) ? number : null;
  }

  private static @Nullable Double finite(Double number) {
    return Double.isFinite(number) ? number : null;
  }

  private static boolean isInteger(String text) {
    int from = text.startsWith("-") ? 1 : 0;
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() > from;
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= 2 * DIGITS_MAX;
  }
}
