package bursar.bench;

import java.nio.charset.StandardCharsets;

/**
 * An HTTP answer out of the bytes received so far.
 *
 * @param status the status code
 * @param text head and body, one character a byte
 * @param length how many bytes the whole answer has; -1 if it ends with the connection
 * @param lasting whether the connection may carry another request
 */
record Answer(int status, String text, int length, boolean lasting) {
  /** The answer in those bytes, or a status of 0 while its head is not complete. */
  static Answer read(byte[] bytes, int count) {
    int head = headEnd(bytes, count);
    if (head < 0) {
      return new Answer(0, "", -1, true);
    }
    String lines = new String(bytes, 0, head, StandardCharsets.ISO_8859_1);
    int length = header(lines, "content-length:");
    boolean lasting = lines.startsWith("HTTP/1.1") && length >= 0 && !lines.regionMatches(true, Math.max(0, find(lines, "connection:")),
        "connection: close", 0, 17);
    return new Answer(Integer.parseInt(lines.substring(9, 12)), new String(bytes, 0, count, StandardCharsets.ISO_8859_1),
        length < 0 ? -1 : head + 4 + length, lasting);
  }

  private static int headEnd(byte[] bytes, int count) {
    for (int at = 0; at + 3 < count; at++) {
      if (bytes[at] == '\r' && bytes[at + 1] == '\n' && bytes[at + 2] == '\r' && bytes[at + 3] == '\n') {
        return at;
      }
    }
    return -1;
  }

  private static int header(String lines, String name) {
    int at = find(lines, name);
    if (at < 0) {
      return -1;
    }
    int end = lines.indexOf('\r', at);
    return Integer.parseInt(lines.substring(at + name.length(), end < 0 ? lines.length() : end).strip());
  }

  private static int find(String lines, String name) {
    for (int at = lines.indexOf('\n'); at >= 0; at = lines.indexOf('\n', at + 1)) {
      if (lines.regionMatches(true, at + 1, name, 0, name.length())) {
        return at + 1;
      }
    }
    return -1;
  }
}
