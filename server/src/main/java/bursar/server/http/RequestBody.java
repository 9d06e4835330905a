package bursar.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a request's body, within a size and a time: a thread is not lent to the slow for long. */
final class RequestBody {
  /** The largest body that is looked at. */
  static final int BYTES_MAX = 1 << 20;

  /** How long a body may take to arrive. */
  static final int SECONDS_MAX = 10;

  /** So much of a body that is too large is read and thrown away, so that its sender gets to read why it was refused. */
  private static final int THROWN_AWAY_MAX = 4 << 20;

  private static final byte[] NONE = {};

  private RequestBody() {}

  /** The body, one byte more than the limit if it is larger, or null if it did not arrive in time. */
  static byte @Nullable [] of(HttpServletRequest request) throws IOException {
    long declared = request.getContentLengthLong();
    if (declared == 0) {
      return NONE;
    }
    long deadline = System.nanoTime() + SECONDS_MAX * 1_000_000_000L;
    byte[] bytes = new byte[declared > 0 && declared <= BYTES_MAX ? (int) declared + 1 : 8_192];
    int length = 0;
    InputStream in = request.getInputStream();
    try {
      for (int read = in.read(bytes, 0, bytes.length); read >= 0; read = in.read(bytes, length, bytes.length - length)) {
        length += read;
        if (length > BYTES_MAX) {
          return throwRestAway(in, deadline) ? bytes : null;
        }
        if (System.nanoTime() > deadline) {
          return null;
        }
        if (length == bytes.length) {
          bytes = Arrays.copyOf(bytes, Math.min(2 * length, BYTES_MAX + 1));
        }
      }
    } catch (SocketTimeoutException e) {
      return null;
    }
    return Arrays.copyOf(bytes, length);
  }

  private static boolean throwRestAway(InputStream in, long deadline) throws IOException {
    byte[] bytes = new byte[8_192];
    int thrownAway = 0;
    for (int read = in.read(bytes); read >= 0 && thrownAway < THROWN_AWAY_MAX; read = in.read(bytes)) {
      thrownAway += read;
      if (System.nanoTime() > deadline) {
        return false;
      }
    }
    return true;
  }
}
