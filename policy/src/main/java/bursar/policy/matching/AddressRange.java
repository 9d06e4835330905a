package bursar.policy.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A range of IP addresses in CIDR form (RFC 4632, RFC 4291); without a mask it is one address.
 * An IPv4 address written inside IPv6 ({@code ::ffff:1.2.3.4}) is the IPv4 address.
 */
public final class AddressRange {
  private static final int LONGEST_TEXT = 64;

  private final byte[] network;
  private final int bits;

  private AddressRange(byte[] network, int bits) {
    this.network = network;
    this.bits = bits;
  }

  /** The range a text writes, or null when it writes none. Host bits beyond the mask are ignored. */
  public static @Nullable AddressRange parse(String text) {
    if (text.length() > LONGEST_TEXT) {
      return null;
    }
    int slash = text.indexOf('/');
    byte[] written = bytes(slash < 0 ? text : text.substring(0, slash));
    if (written == null) {
      return null;
    }
    int bits = slash < 0 ? written.length * 8 : number(text.substring(slash + 1), 3, written.length * 8);
    if (bits < 0) {
      return null;
    }
    if (isMapped(written) && bits >= 96) {
      return new AddressRange(Arrays.copyOfRange(written, 12, 16), bits - 96);
    }
    return new AddressRange(written, bits);
  }

  /** Whether the address, written without a mask, lies in the range. */
  public boolean contains(String address) {
    byte[] bytes = address.length() > LONGEST_TEXT ? null : bytes(address);
    if (bytes == null) {
      return false;
    }
    if (isMapped(bytes)) {
      bytes = Arrays.copyOfRange(bytes, 12, 16);
    }
    if (bytes.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += 8) {
      int kept = Math.min(8, bits - bit);
      int mask = 0xff << (8 - kept) & 0xff;
      if ((bytes[bit / 8] & mask) != (network[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMapped(byte[] bytes) {
    if (bytes.length != 16 || bytes[10] != -1 || bytes[11] != -1) {
      return false;
    }
    for (int index = 0; index < 10; index++) {
      if (bytes[index] != 0) {
        return false;
      }
    }
    return true;
  }

  private static byte @Nullable [] bytes(String text) {
    return text.indexOf(':') < 0 ? bytes4(text) : bytes6(text);
  }

  private static byte @Nullable [] bytes4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return null;
    }
    byte[] bytes = new byte[4];
    for (int index = 0; index < 4; index++) {
      int value = number(parts[index], 3, 255);
      if (value < 0) {
        return null;
      }
      bytes[index] = (byte) value;
    }
    return bytes;
  }

  private static byte @Nullable [] bytes6(String text) {
    int gap = text.indexOf("::");
    byte[] head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    byte[] tail = gap < 0 ? new byte[0] : groups(text.substring(gap + 2), true);
    if (head == null || tail == null) {
      return null;
    }
    int length = head.length + tail.length;
    if (gap < 0 ? length != 16 : length > 14) {
      return null;
    }
    byte[] bytes = Arrays.copyOf(head, 16);
    System.arraycopy(tail, 0, bytes, 16 - tail.length, tail.length);
    return bytes;
  }

  private static byte @Nullable [] groups(String text, boolean mayEndInIpv4) {
    if (text.isEmpty()) {
      return new byte[0];
    }
    String[] parts = text.split(":", -1);
    if (parts.length > 8) {
      return null;
    }
    byte[] bytes = new byte[16];
    int length = 0;
    for (int index = 0; index < parts.length; index++) {
      String part = parts[index];
      if (part.indexOf('.') >= 0) {
        byte[] last = mayEndInIpv4 && index == parts.length - 1 && length <= 12 ? bytes4(part) : null;
        if (last == null) {
          return null;
        }
        System.arraycopy(last, 0, bytes, length, 4);
        length += 4;
        continue;
      }
      int value = hexadecimal(part);
      if (value < 0) {
        return null;
      }
      bytes[length++] = (byte) (value >> 8);
      bytes[length++] = (byte) value;
    }
    return Arrays.copyOf(bytes, length);
  }

  private static int hexadecimal(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      int digit = character < 128 ? Character.digit(character, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  /** A decimal number without sign or leading zeros, or -1. */
  private static int number(String text, int digits, int most) {
    if (text.isEmpty() || text.length() > digits || (text.length() > 1 && text.charAt(0) == '0')) {
      return -1;
    }
    int value = 0;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character < '0' || character > '9') {
        return -1;
      }
      value = value * 10 + (character - '0');
    }
    return value <= most ? value : -1;
  }
}
