package bursar.server.pipeline;

import bursar.domain.audit.AuditEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps what a stranger can repeat without end from filling the trail: of each source, {@value #STORED_PER_MINUTE} events a minute are
 * stored, the rest is counted, and the count is stored as one event when the minute is over.
 */
final class RepeatedEvents {
  static final int STORED_PER_MINUTE = 10;
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int SOURCES_MAX = 10_000;
  private static final String ALL_FURTHER = "";

  private final Map<String, Window> windows = new HashMap<>();

  /** What came from one source since its minute began. */
  private static final class Window {
    private final Instant end;
    private int stored;
    private long counted;
    private AuditEvent last;

    Window(AuditEvent first) {
      end = first.time().plus(WINDOW);
      last = first;
    }
  }

  /** Whether the event is to be stored; if not, it is counted. */
  synchronized boolean admits(String source, AuditEvent event) {
    String place = windows.containsKey(source) || windows.size() < SOURCES_MAX ? source : ALL_FURTHER;
    Window window = windows.computeIfAbsent(place, none -> new Window(event));
    if (window.stored < STORED_PER_MINUTE) {
      window.stored++;
      return true;
    }
    window.counted++;
    window.last = event;
    return false;
  }

  /** One event for each source whose minute is over and that had more events than were stored. */
  synchronized List<AuditEvent> ended(Instant now) {
    return windows.isEmpty() ? List.of() : taken(now);
  }

  /** The same for every source, its minute over or not. */
  synchronized List<AuditEvent> all() {
    return taken(Instant.MAX);
  }

  private List<AuditEvent> taken(Instant until) {
    List<AuditEvent> counts = new ArrayList<>();
    for (Iterator<Window> each = windows.values().iterator(); each.hasNext();) {
      Window window = each.next();
      if (!window.end.isAfter(until)) {
        each.remove();
        if (window.counted > 0) {
          counts.add(count(window));
        }
      }
    }
    return counts;
  }

  private static AuditEvent count(Window window) {
    AuditEvent last = window.last;
    String sentence = (last.errorMessage() == null ? "" : last.errorMessage() + " ")
        + "This stands for " + window.counted + (window.counted == 1 ? " call" : " calls") + " like it within a minute, beside those stored.";
    return new AuditEvent(UUID.randomUUID().toString(), last.time(), last.account(), last.principalArn(), last.userName(), last.accessKeyId(),
        last.eventSource(), last.eventName(), last.readOnly(), last.sourceAddress(), last.userAgent(), null, last.errorCode(), sentence,
        last.requestId());
  }
}
