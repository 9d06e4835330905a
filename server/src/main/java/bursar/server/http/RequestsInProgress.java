package bursar.server.http;

import bursar.domain.signin.Neighbourhood;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the requests that are being answered, per address they come from, so that no single visitor can hold every thread of the server by
 * sending slowly or asking much. An address without requests in progress takes no memory.
 */
final class RequestsInProgress {
  static final int PER_ADDRESS = 50;

  private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();

  /** Whether one more request of that address may be answered now; if so, {@link #leave} must follow. */
  boolean enter(String address) {
    boolean[] entered = new boolean[1];
    counts.compute(Neighbourhood.of(address), (key, count) -> {
      int before = count == null ? 0 : count;
      entered[0] = before < PER_ADDRESS;
      return entered[0] ? Integer.valueOf(before + 1) : count;
    });
    return entered[0];
  }

  /** A request of that address was answered. */
  void leave(String address) {
    counts.computeIfPresent(Neighbourhood.of(address), (key, count) -> count == 1 ? null : Integer.valueOf(count - 1));
  }
}
