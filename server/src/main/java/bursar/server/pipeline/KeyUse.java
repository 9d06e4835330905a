package bursar.server.pipeline;

import bursar.domain.Transactions;
import bursar.domain.identity.AccessKey;
import bursar.domain.identity.AccessKeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes when keys were last used: each key at most once in a while, since a note is a write and a use is not. */
public final class KeyUse {
  private static final Logger LOG = LoggerFactory.getLogger(KeyUse.class);
  private static final Duration NOTED_EVERY = Duration.ofMinutes(5);
  private static final int REMEMBERED_MAX = 100_000;

  private final AccessKeyStore keys;
  private final Transactions transactions;
  private final Map<String, Instant> noted = new ConcurrentHashMap<>();

  /** Notes are kept in that store. */
  public KeyUse(AccessKeyStore keys, Transactions transactions) {
    this.keys = keys;
    this.transactions = transactions;
  }

  void note(AccessKey key, AccessKey.Use use) {
    Instant last = noted.get(key.id());
    if (last != null && use.at().isBefore(last.plus(NOTED_EVERY))) {
      return;
    }
    if (noted.size() >= REMEMBERED_MAX) {
      noted.clear();
    }
    noted.put(key.id(), use.at());
    try {
      transactions.inTransaction(() -> {
        keys.updateLastUse(key.id(), use);
        return use;
      });
    } catch (RuntimeException e) {
      // The call itself does not depend on the note.
      LOG.warn("the use of key {} could not be noted", key.id(), e);
    }
  }
}
