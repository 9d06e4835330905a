package bursar.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keeps a number of connections busy from one thread: each sends its next request when it has the answer to the last. A connection that the
 * server ends after an answer is opened anew.
 */
final class ClosedLoop {
  private final InetSocketAddress server;
  private final Supplier<byte[]> requests;
  private final Predicate<Answer> expected;
  private Latencies latencies = new Latencies();
  private long lastAnswerAt = System.nanoTime();

  /**
   * What a run showed.
   *
   * @param latencies of the answers that came after the warm-up
   * @param perSecond how many of them a second
   */
  record Outcome(Latencies latencies, double perSecond) {}

  /** Sends those requests, and fails on the first answer that is not as expected. */
  ClosedLoop(InetSocketAddress server, Supplier<byte[]> requests, Predicate<Answer> expected) {
    this.server = server;
    this.requests = requests;
    this.expected = expected;
  }

  private final class Lane {
    final Selector selector;
    SocketChannel channel;
    byte[] received = new byte[64 << 10];
    int count;
    long sentAt;

    Lane(Selector selector) throws IOException {
      this.selector = selector;
      channel = open();
    }

    SocketChannel open() throws IOException {
      SocketChannel opened = SocketChannel.open(server);
      opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
      opened.configureBlocking(false);
      opened.register(selector, SelectionKey.OP_READ, this);
      return opened;
    }

    void send() throws IOException {
      ByteBuffer bytes = ByteBuffer.wrap(requests.get());
      count = 0;
      sentAt = System.nanoTime();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }

    void receive() throws IOException {
      if (count == received.length) {
        received = Arrays.copyOf(received, received.length * 2);
      }
      int read = channel.read(ByteBuffer.wrap(received, count, received.length - count));
      count += Math.max(read, 0);
      Answer answer = Answer.read(received, count);
      boolean complete = answer.status() != 0 && (answer.length() >= 0 ? count >= answer.length() : read < 0);
      if (!complete) {
        if (read < 0) {
          throw new IOException("The server ended a connection before its answer was complete.");
        }
        return;
      }
      lastAnswerAt = System.nanoTime();
      latencies.add(lastAnswerAt - sentAt);
      if (!expected.test(answer)) {
        throw new IOException("Not the expected answer: " + answer.text());
      }
      if (!answer.lasting()) {
        channel.close();
        channel = open();
      }
      send();
    }
  }

  /** Runs; the answers of the warm-up are not counted. */
  Outcome run(int connections, Duration warmUp, Duration measured) throws IOException {
    List<Lane> lanes = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        lanes.add(new Lane(selector));
      }
      for (Lane lane : lanes) {
        lane.send();
      }
      turn(selector, System.nanoTime() + warmUp.toNanos());
      latencies = new Latencies();
      long begin = System.nanoTime();
      turn(selector, begin + measured.toNanos());
      return new Outcome(latencies, latencies.total() / ((System.nanoTime() - begin) / 1e9));
    } finally {
      for (Lane lane : lanes) {
        lane.channel.close();
      }
    }
  }

  private void turn(Selector selector, long until) throws IOException {
    while (System.nanoTime() < until) {
      selector.select(100);
      if (System.nanoTime() - lastAnswerAt > Duration.ofSeconds(20).toNanos()) {
        throw new IOException("No answer for 20 seconds.");
      }
      for (SelectionKey ready : selector.selectedKeys()) {
        if (ready.isValid() && ready.attachment() instanceof Lane lane) {
          lane.receive();
        }
      }
      selector.selectedKeys().clear();
    }
  }
}
