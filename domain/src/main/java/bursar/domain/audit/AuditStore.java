package bursar.domain.audit;

import java.util.List;

/**
 * Keeps audit events. Writes join the open transaction. Promised: what is appended is never changed, and a page's marker stays good while
 * events are appended. Not promised: that events of the same moment keep an order between appends of different processes.
 */
public interface AuditStore {
  /** Keeps the events, all or none. */
  void append(List<AuditEvent> events);

  /** A page of the events that fit, newest first. A marker that was not given out here is refused: InvalidNextTokenException. */
  AuditPage lookup(AuditQuery query);
}
