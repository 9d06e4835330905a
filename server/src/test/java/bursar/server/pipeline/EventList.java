package bursar.server.pipeline;

import bursar.domain.audit.AuditEvent;
import bursar.domain.audit.AuditPage;
import bursar.domain.audit.AuditQuery;
import bursar.domain.audit.AuditStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Events as they came, for tests that look at what the trail was given. */
record EventList(List<AuditEvent> stored) implements AuditStore {
  EventList() {
    this(new CopyOnWriteArrayList<>());
  }

  @Override
  public void append(List<AuditEvent> events) {
    stored.addAll(events);
  }

  @Override
  public AuditPage lookup(AuditQuery query) {
    return new AuditPage(stored, null);
  }
}
