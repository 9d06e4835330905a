package bursar.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy that has been read and found well formed for its kind; immutable.
 *
 * @param kind what the policy is for
 * @param version the Version element; null when it is absent, which means 2008-10-17
 * @param id the Id element, if there is one
 * @param statements at least one
 */
public record PolicyDocument(
    PolicyKind kind, @Nullable PolicyVersion version, @Nullable String id, List<Statement> statements) {
  /** Keeps a copy of the list. */
  public PolicyDocument {
    statements = List.copyOf(statements);
  }

  /** The version whose rules apply. */
  public PolicyVersion effectiveVersion() {
    return version == null ? PolicyVersion.V2008 : version;
  }
}
