package bursar.operations.cloudtrail;

import bursar.domain.audit.AuditStore;
import bursar.operations.declaration.Operation;
import java.util.List;

/** Every operation of CloudTrail that this product serves. */
public final class CloudTrailOperations {
  private CloudTrailOperations() {}

  /** All of them. */
  public static List<Operation<?, ?>> all(AuditStore trail) {
    return List.of(new LookupEvents(trail));
  }
}
