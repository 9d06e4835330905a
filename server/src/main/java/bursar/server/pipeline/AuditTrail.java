package bursar.server.pipeline;

import bursar.domain.Transactions;
import bursar.domain.audit.AuditEvent;
import bursar.domain.audit.AuditStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes audit events. An event of a change is stored in the change's own transaction: there is no change without its event. Events of
 * reads and refusals are stored together, within {@value #GATHER_MILLIS} ms; a process that is killed may lose those of its last moment.
 */
public final class AuditTrail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final int WAITING_MAX = 20_000;
  private static final int AT_ONCE_MAX = 1_000;
  private static final long GATHER_MILLIS = 100;

  private final AuditStore store;
  private final Transactions transactions;
  private final BlockingQueue<AuditEvent> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final Thread writer;
  private volatile boolean closing;

  /** A trail into that store. */
  public AuditTrail(AuditStore store, Transactions transactions) {
    this.store = store;
    this.transactions = transactions;
    this.writer = Thread.ofPlatform().name("audit").daemon().start(this::writeGathered);
  }

  /** Stores the event in the open transaction. */
  void store(AuditEvent event) {
    store.append(List.of(event));
  }

  /** Stores the event soon. Waits when too many are waiting, rather than forget one. */
  void gather(AuditEvent event) {
    try {
      waiting.put(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      writeAll(List.of(event));
    }
  }

  private void writeGathered() {
    List<AuditEvent> taken = new ArrayList<>(AT_ONCE_MAX);
    while (true) {
      try {
        AuditEvent first = waiting.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
          if (closing) {
            return;
          }
          continue;
        }
        taken.add(first);
        if (!closing) {
          Thread.sleep(GATHER_MILLIS / 2);
        }
        waiting.drainTo(taken, AT_ONCE_MAX - 1);
        writeAll(taken);
        taken.clear();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void writeAll(List<AuditEvent> events) {
    try {
      transactions.inTransaction(() -> {
        store.append(List.copyOf(events));
        return events.size();
      });
    } catch (RuntimeException e) {
      LOG.error("{} audit events could not be stored", events.size(), e);
    }
  }

  @Override
  public void close() {
    closing = true;
    try {
      writer.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
