package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.signin.Neighbourhood;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets one address ask for {@value #PER_HOUR} accounts an hour: each costs a slow hash, fills the state, and tells whether an e-mail address
 * is taken. Counted in memory, so a restart forgets.
 */
final class SignUpLimit {
  static final int PER_HOUR = 10;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int ADDRESSES_MAX = 10_000;
  private static final String ALL_FURTHER = "";

  private final Map<String, Asked> asked = new HashMap<>();

  private record Asked(int count, Instant end) {}

  /**
   * Counts one more.
   *
   * @throws Failure Throttling when the address asked too often
   */
  synchronized void count(String address, Instant now) {
    asked.values().removeIf(one -> !one.end().isAfter(now));
    String from = Neighbourhood.of(address);
    String place = asked.containsKey(from) || asked.size() < ADDRESSES_MAX ? from : ALL_FURTHER;
    Asked before = asked.getOrDefault(place, new Asked(0, now.plus(HOUR)));
    if (before.count() >= PER_HOUR) {
      long minutes = Math.max(1, Duration.between(now, before.end()).plusSeconds(59).toMinutes());
      throw new Failure("Throttling", "Your address asked for " + PER_HOUR + " accounts within an hour. Try again in " + minutes
          + (minutes == 1 ? " minute." : " minutes."));
    }
    asked.put(place, new Asked(before.count() + 1, before.end()));
  }
}
