package bursar.server.pipeline;

import bursar.domain.Transactions;
import bursar.domain.audit.AuditEvent;
import bursar.domain.audit.AuditStore;
import java.time.InstantSource;
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
 * What anybody can cause without proving who they are is stored in bounds (see {@link RepeatedEvents}), and long texts are cut.
 */
public final class AuditTrail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final int WAITING_MAX = 20_000;
  private static final int AT_ONCE_MAX = 1_000;
  private static final long GATHER_MILLIS = 100;
  /** CloudTrail keeps as much of what a client says of itself and of an error's sentence. */
  private static final int TEXT_MAX = 1_024;

  private static final int NAME_MAX = 128;

  private final AuditStore store;
  private final Transactions transactions;
  private final InstantSource clock;
  private final RepeatedEvents repeated = new RepeatedEvents();
  private final BlockingQueue<AuditEvent> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final Thread writer;
  private volatile boolean closing;

  /** A trail into that store. */
  public AuditTrail(AuditStore store, Transactions transactions, InstantSource clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
    this.writer = Thread.ofPlatform().name("audit").daemon().start(this::writeGathered);
  }

  /** Stores the event in the open transaction. */
  void store(AuditEvent event) {
    store.append(List.of(cut(event)));
  }

  /** Stores the event soon. Waits when too many are waiting, rather than forget one. */
  void gather(AuditEvent event) {
    AuditEvent kept = cut(event);
    try {
      waiting.put(kept);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      writeAll(List.of(kept));
    }
  }

  /**
   * Stores the event soon, unless too many came from its source within a minute: then it is counted.
   *
   * @param source what the events that count together have in common, such as the access key they name
   */
  void gatherInBounds(String source, AuditEvent event) {
    AuditEvent kept = cut(event);
    if (repeated.admits(source, kept)) {
      gather(kept);
    }
  }

  private static AuditEvent cut(AuditEvent event) {
    if (event.userName().length() <= NAME_MAX && event.userAgent().length() <= TEXT_MAX
        && (event.errorMessage() == null || event.errorMessage().length() <= TEXT_MAX)) {
      return event;
    }
    String sentence = event.errorMessage();
    return new AuditEvent(event.eventId(), event.time(), event.account(), event.principalArn(), cut(event.userName(), NAME_MAX),
        event.accessKeyId(), event.eventSource(), event.eventName(), event.readOnly(), event.sourceAddress(),
        cut(event.userAgent(), TEXT_MAX), event.requestParameters(), event.errorCode(), sentence == null ? null : cut(sentence, TEXT_MAX),
        event.requestId());
  }

  private static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max) + "...";
  }

  private void writeGathered() {
    List<AuditEvent> taken = new ArrayList<>(AT_ONCE_MAX);
    while (true) {
      try {
        AuditEvent first = waiting.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS);
        taken.addAll(closing && first == null ? repeated.all() : repeated.ended(clock.instant()));
        if (first == null) {
          writeAll(taken);
          taken.clear();
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
    if (events.isEmpty()) {
      return;
    }
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
