package bursar.operations.memory;

import bursar.domain.audit.AuditEvent;
import bursar.domain.audit.AuditPage;
import bursar.domain.audit.AuditQuery;
import bursar.domain.audit.AuditStore;
import java.util.ArrayList;
import java.util.List;

/** An audit trail in memory; a page's marker is the place of the next event. */
public final class InMemoryAuditStore implements AuditStore {
  private final List<AuditEvent> events = new ArrayList<>();

  /** The last question. */
  public AuditQuery asked;

  @Override
  public void append(List<AuditEvent> more) {
    events.addAll(more);
  }

  @Override
  public AuditPage lookup(AuditQuery query) {
    asked = query;
    List<AuditEvent> found = events.reversed().stream()
        .filter(event -> event.account().equals(query.account()))
        .filter(event -> !query.attributes().containsKey(AuditQuery.Attribute.EVENT_NAME)
            || event.eventName().equals(query.attributes().get(AuditQuery.Attribute.EVENT_NAME)))
        .toList();
    int from = query.after() == null ? 0 : Integer.parseInt(query.after());
    int to = Math.min(from + query.max(), found.size());
    return new AuditPage(found.subList(from, to), to < found.size() ? Integer.toString(to) : null);
  }
}
