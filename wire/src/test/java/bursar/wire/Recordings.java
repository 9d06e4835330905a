package bursar.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Requests kept as text, as they came over the wire: request line, header lines, an empty line, the body. */
public final class Recordings {
  /** The key all recordings are signed with; it opens nothing. */
  public static final String KEY = "AKIAEXAMPLE000000001";
  /** Its secret. */
  public static final String SECRET = "wireTestSecret/NotAKeyOfAnything+01234567";
  /** The session token of those recordings that carry one. */
  public static final String TOKEN = "FwoGZXIvYXdzEXAMPLE//token==";

  /** The recordings whose signatures must be accepted. */
  public static final List<String> ALL = List.of(
      "cli-iam-create-user", "cli-sts-get-caller-identity", "cli-ce-get-cost-and-usage", "cli-cloudtrail-lookup-events",
      "cli-sts-session-token", "boto3-iam-list-users", "boto3-iam-put-user-policy", "boto3-ce-get-dimension-values", "boto3-sts-presigned",
      "boto3-iam-presigned", "boto3-sts-presigned-token", "curl-iam-post", "curl-iam-get", "curl-bursar-json");

  private Recordings() {}

  /** A recorded request by its name. */
  public static RawRequest recorded(String name) {
    return parse(bytes("recorded/" + name + ".http"));
  }

  /** A test file as text. */
  public static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String path) {
    try (InputStream in = Recordings.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a request; lines may end in either way. */
  public static RawRequest parse(byte[] raw) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    String[] first = null;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int at = 0;
    while (at < raw.length) {
      byte b = raw[at++];
      if (b != '\n') {
        line.write(b);
        continue;
      }
      String text = line.toString(StandardCharsets.ISO_8859_1).replaceAll("\r$", "");
      line.reset();
      if (text.isEmpty()) {
        break;
      } else if (first == null) {
        first = text.split(" ");
      } else {
        int colon = text.indexOf(':');
        headers.add(Map.entry(text.substring(0, colon), text.substring(colon + 1).strip()));
      }
    }
    int mark = first[1].indexOf('?');
    String path = mark < 0 ? first[1] : first[1].substring(0, mark);
    String query = mark < 0 ? null : first[1].substring(mark + 1);
    return new RawRequest(first[0], path, query, Headers.of(headers), Arrays.copyOfRange(raw, at, raw.length), "127.0.0.1");
  }
}
