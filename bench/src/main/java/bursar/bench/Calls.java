package bursar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/** Single calls, one connection each: to set the scene, and to measure what is asked one at a time. */
final class Calls {
  private static final int WAIT_MILLIS_MAX = 60_000;

  private Calls() {}

  /** Sends a request and waits for its answer, which must have status 200. */
  static Answer make(InetSocketAddress server, byte[] request) {
    try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(WAIT_MILLIS_MAX);
      socket.getOutputStream().write(request);
      byte[] received = new byte[16 << 10];
      int count = 0;
      while (true) {
        if (count == received.length) {
          received = Arrays.copyOf(received, received.length * 2);
        }
        int read = socket.getInputStream().read(received, count, received.length - count);
        count += Math.max(read, 0);
        Answer answer = Answer.read(received, count);
        if (answer.status() != 0 && (answer.length() >= 0 ? count >= answer.length() : read < 0)) {
          if (answer.status() != 200) {
            throw new IllegalStateException("Not the expected answer: " + answer.text());
          }
          return answer;
        }
        if (read < 0) {
          throw new IOException("The server ended the connection before its answer was complete.");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of the first XML element of that name. */
  static String element(Answer answer, String name) {
    int from = answer.text().indexOf("<" + name + ">");
    int to = answer.text().indexOf("</" + name + ">");
    if (from < 0 || to < from) {
      throw new IllegalStateException("There is no " + name + " in: " + answer.text());
    }
    return answer.text().substring(from + name.length() + 2, to);
  }
}
