package bursar.domain.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some events, newest first.
 *
 * @param events at most as many as were asked for
 * @param next the marker to ask for older ones; null when there are none
 */
public record AuditPage(List<AuditEvent> events, @Nullable String next) {
  /** Keeps its own copy. */
  public AuditPage {
    events = List.copyOf(events);
  }
}
