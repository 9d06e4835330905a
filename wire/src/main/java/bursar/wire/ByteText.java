package bursar.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text that grows as UTF-8 bytes. Made for one answer or one canonical request, by one thread. */
public final class ByteText {
  private static final byte[] UPPER_HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LOWER_HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes;
  private int length;

  /**
   * Starts empty.
   *
   * @param expected bytes to make room for
   */
  public ByteText(int expected) {
    bytes = new byte[Math.max(16, expected)];
  }

  /** How many bytes there are. */
  public int length() {
    return length;
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  /** The bytes themselves; only the first {@link #length()} count, and only until something more is appended. */
  public byte[] array() {
    return bytes;
  }

  /** Appends one byte. */
  public ByteText append(int oneByte) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = (byte) oneByte;
    return this;
  }

  /** Appends bytes. */
  public ByteText append(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
    return this;
  }

  /** Appends text of which every character is a byte, as a header's value is. A character that is none becomes a question mark. */
  public ByteText latin(String text) {
    int size = text.length();
    room(size);
    for (int i = 0; i < size; i++) {
      char c = text.charAt(i);
      bytes[length++] = c <= 0xFF ? (byte) c : (byte) '?';
    }
    return this;
  }

  /** Appends text as UTF-8. A half of a surrogate pair becomes the replacement character. */
  public ByteText utf8(String text) {
    int size = text.length();
    room(size);
    for (int i = 0; i < size; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        append(c);
      } else if (Character.isHighSurrogate(c) && i + 1 < size && Character.isLowSurrogate(text.charAt(i + 1))) {
        codePoint(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        codePoint(c);
      }
    }
    return this;
  }

  /** Appends one code point as UTF-8. A half of a surrogate pair becomes the replacement character. */
  public ByteText codePoint(int point) {
    int p = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point;
    if (p < 0x80) {
      return append(p);
    } else if (p < 0x800) {
      return append(0xC0 | (p >> 6)).append(tail(p));
    } else if (p < 0x10000) {
      return append(0xE0 | (p >> 12)).append(tail(p >> 6)).append(tail(p));
    }
    return append(0xF0 | (p >> 18)).append(tail(p >> 12)).append(tail(p >> 6)).append(tail(p));
  }

  /** Appends one byte as a percent sign and two upper-case hexadecimal digits. */
  public ByteText percent(int oneByte) {
    return append('%').append(UPPER_HEX[(oneByte >> 4) & 0xF]).append(UPPER_HEX[oneByte & 0xF]);
  }

  /** Appends bytes as lower-case hexadecimal digits. */
  public ByteText hex(byte[] digest) {
    room(digest.length * 2);
    for (byte b : digest) {
      bytes[length++] = LOWER_HEX[(b >> 4) & 0xF];
      bytes[length++] = LOWER_HEX[b & 0xF];
    }
    return this;
  }

  private static int tail(int bits) {
    return 0x80 | (bits & 0x3F);
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
