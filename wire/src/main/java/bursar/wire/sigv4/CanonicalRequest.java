package bursar.wire.sigv4;

import bursar.wire.Ascii;
import bursar.wire.ByteText;
import bursar.wire.PercentText;
import bursar.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one text that client and server make of a request, so that both sign the same (Signature Version 4, «canonical request»). */
final class CanonicalRequest {
  private CanonicalRequest() {}

  /** The text's bytes, or null if the request lacks a header that is said to be signed or its query is garbled. */
  static @Nullable ByteText of(RawRequest request, SignatureClaim claim, byte[] bodyDigest) {
    ByteText text = new ByteText(1024);
    text.latin(request.method()).append('\n');
    path(request.path(), text);
    text.append('\n');
    if (!query(request.query(), claim.isPresigned(), text)) {
      return null;
    }
    text.append('\n');
    for (String name : claim.headerNames()) {
      List<String> values = request.headers().values(name);
      if (values.isEmpty()) {
        return null;
      }
      text.latin(name).append(':');
      for (int i = 0; i < values.size(); i++) {
        if (i > 0) {
          text.append(',');
        }
        value(values.get(i), text);
      }
      text.append('\n');
    }
    return text.append('\n').latin(claim.signedHeadersText()).append('\n').hex(bodyDigest);
  }

  /** The path without dot segments and empty segments, and percent-encoded once more, as all services but S3 want it. */
  private static void path(String raw, ByteText text) {
    if (raw.isEmpty() || raw.equals("/")) {
      text.append('/');
      return;
    }
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : raw.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    for (String segment : segments) {
      text.append('/');
      for (int i = 0; i < segment.length(); i++) {
        unreserved(segment.charAt(i), text);
      }
    }
    if (segments.isEmpty() || raw.endsWith("/")) {
      text.append('/');
    }
  }

  private static boolean query(@Nullable String raw, boolean presigned, ByteText text) {
    if (raw == null || raw.isEmpty()) {
      return true;
    }
    List<byte[][]> parameters = new ArrayList<>();
    int at = 0;
    while (at < raw.length()) {
      int ampersand = raw.indexOf('&', at);
      int end = ampersand < 0 ? raw.length() : ampersand;
      if (end > at) {
        int sign = raw.indexOf('=', at);
        int equals = sign < 0 || sign > end ? end : sign;
        byte[] name = parameter(raw, at, equals);
        byte[] value = parameter(raw, Math.min(equals + 1, end), end);
        if (name == null || value == null) {
          return false;
        }
        if (!presigned || !isSignature(name)) {
          parameters.add(new byte[][] {name, value});
        }
      }
      at = end + 1;
    }
    parameters.sort((a, b) -> {
      int byName = Arrays.compareUnsigned(a[0], b[0]);
      return byName != 0 ? byName : Arrays.compareUnsigned(a[1], b[1]);
    });
    for (int i = 0; i < parameters.size(); i++) {
      if (i > 0) {
        text.append('&');
      }
      text.append(parameters.get(i)[0]).append('=').append(parameters.get(i)[1]);
    }
    return true;
  }

  private static boolean isSignature(byte[] name) {
    return name.length == 15 && new String(name, StandardCharsets.US_ASCII).equals("X-Amz-Signature");
  }

  /** A name or value as canonical requests encode it, whichever way the client did; null if a percent sign lacks its digits. */
  private static byte @Nullable [] parameter(String raw, int from, int to) {
    ByteText text = new ByteText(to - from + 16);
    for (int i = from; i < to; i++) {
      int c = raw.charAt(i);
      if (c == '+') {
        c = ' ';
      } else if (c == '%') {
        c = i + 2 < to ? PercentText.octet(raw.charAt(i + 1), raw.charAt(i + 2)) : -1;
        if (c < 0) {
          return null;
        }
        i += 2;
      }
      unreserved(c, text);
    }
    return text.toByteArray();
  }

  private static void unreserved(int c, ByteText text) {
    if (Ascii.isUnreserved(c)) {
      text.append(c);
    } else {
      text.percent(c > 0xFF ? '?' : c);
    }
  }

  /** A header's value without blanks at its ends, and each run of blanks inside as one space. */
  private static void value(String raw, ByteText text) {
    int from = 0;
    int to = raw.length();
    while (from < to && isBlank(raw.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(raw.charAt(to - 1))) {
      to--;
    }
    boolean blank = false;
    for (int i = from; i < to; i++) {
      char c = raw.charAt(i);
      if (isBlank(c)) {
        blank = true;
      } else {
        if (blank) {
          text.append(' ');
          blank = false;
        }
        text.append(c > 0xFF ? '?' : c);
      }
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D);
  }
}
