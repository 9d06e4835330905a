package bursar.wire;

import bursar.domain.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text of queries and forms: a percent sign and two digits stand for a byte, a plus sign for a space, and the bytes are UTF-8. */
public final class PercentText {
  private PercentText() {}

  /**
   * Decodes a part of a query or form.
   *
   * @throws Failure {@code MalformedInput} if a percent sign lacks its digits or the bytes are not UTF-8
   */
  public static String decode(byte[] text, int from, int to) {
    int i = from;
    while (i < to && text[i] != '%' && text[i] != '+' && text[i] >= 0) {
      i++;
    }
    if (i == to) {
      return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
    byte[] decoded = new byte[to - from];
    int length = 0;
    boolean ascii = true;
    for (int at = from; at < to; at++) {
      int b = text[at];
      if (b == '+') {
        b = ' ';
      } else if (b == '%') {
        b = at + 2 < to ? octet(text[at + 1], text[at + 2]) : -1;
        if (b < 0) {
          throw new Failure("MalformedInput", "A percent sign must be followed by two hexadecimal digits.");
        }
        at += 2;
      }
      ascii &= b >= 0 && b < 0x80;
      decoded[length++] = (byte) b;
    }
    return ascii ? new String(decoded, 0, length, StandardCharsets.ISO_8859_1) : utf8(decoded, 0, length);
  }

  /**
   * Bytes as text.
   *
   * @throws Failure {@code MalformedInput} if they are not UTF-8
   */
  public static String utf8(byte[] text, int from, int to) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, from, to - from)).toString();
    } catch (CharacterCodingException e) {
      throw new Failure("MalformedInput", "The text is not valid UTF-8.");
    }
  }

  /** The byte that two hexadecimal digits stand for, or -1 where one is no such digit. */
  public static int octet(int high, int low) {
    int upper = digit(high);
    int lower = digit(low);
    return upper < 0 || lower < 0 ? -1 : (upper << 4) | lower;
  }

  private static int digit(int c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    } else if (c >= 'A' && c <= 'F') {
      return c - 'A' + 10;
    } else if (c >= 'a' && c <= 'f') {
      return c - 'a' + 10;
    }
    return -1;
  }
}
