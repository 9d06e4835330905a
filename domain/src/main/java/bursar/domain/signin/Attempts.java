package bursar.domain.signin;

import bursar.domain.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * Slows guessing down: after five failures in a row, per user and per address, the next attempt must wait one second, then two, four and so
 * on up to fifteen minutes. A day without failures forgets them.
 *
 * <p>An attempt counts as failed from the moment it begins, so that guesses sent at once count as well as guesses sent in turn.
 */
public final class Attempts {
  private static final int FREE_FAILURES = 5;
  private static final Duration WAIT_MAX = Duration.ofMinutes(15);
  private static final Duration MEMORY = Duration.ofDays(1);
  private static final int DOUBLINGS_MAX = 20;

  private final AttemptStore store;
  private final Transactions transactions;
  private final InstantSource clock;

  /** The rules over one store. */
  public Attempts(AttemptStore store, Transactions transactions, InstantSource clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The key of an IAM user's failures. */
  static String userKey(String account, String userName) {
    return "user:" + account + "/" + userName.toLowerCase(Locale.ROOT);
  }

  /** The key of the failures that came from an address, or from the neighbours whom one line of a provider gives so many. */
  static String addressKey(String address) {
    return "address:" + Neighbourhood.of(address);
  }

  /**
   * Begins an attempt under all keys, if none of them has to wait.
   *
   * @return how long to wait; zero when the attempt may go on
   */
  Duration begin(List<String> keys) {
    return transactions.inTransaction(() -> {
      Instant now = clock.instant();
      store.deleteBefore(now.minus(MEMORY));
      Duration wait = Duration.ZERO;
      for (String key : keys) {
        Instant until = failures(key, now).blockedUntil();
        if (until.isAfter(now) && Duration.between(now, until).compareTo(wait) > 0) {
          wait = Duration.between(now, until);
        }
      }
      if (wait.isZero()) {
        for (String key : keys) {
          int count = failures(key, now).count() + 1;
          store.put(Tokens.hash(key), new AttemptStore.Failures(count, now, now.plus(waitAfter(count))));
        }
      }
      return wait;
    });
  }

  /**
   * Notes that an attempt succeeded after all: the user's failures are forgotten, the address only gets this attempt back. Otherwise whoever
   * has one good password could wipe out the failures of guessing another's.
   */
  void succeeded(String userKey, String addressKey) {
    transactions.<Object>inTransaction(() -> {
      Instant now = clock.instant();
      store.delete(Tokens.hash(userKey));
      int others = failures(addressKey, now).count() - 1;
      if (others <= 0) {
        store.delete(Tokens.hash(addressKey));
      } else {
        store.put(Tokens.hash(addressKey), new AttemptStore.Failures(others, now, now));
      }
      return userKey;
    });
  }

  private AttemptStore.Failures failures(String key, Instant now) {
    return store.find(Tokens.hash(key)).orElse(new AttemptStore.Failures(0, now, now));
  }

  static Duration waitAfter(int failures) {
    if (failures < FREE_FAILURES) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(failures - FREE_FAILURES, DOUBLINGS_MAX));
    return wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
  }
}
