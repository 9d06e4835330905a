package bursar.domain.commitments;

import bursar.domain.costs.TimeSpan;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One period of a report.
 *
 * @param span the part of the asked span it covers
 * @param parts what was found of each commitment or group, in order
 * @param total all parts together
 * @param <K> what tells the parts apart
 * @param <V> what is told of them
 */
public record CommitmentPeriod<K, V>(TimeSpan span, Map<K, V> parts, V total) {
  /** Copies the parts. */
  public CommitmentPeriod {
    parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }
}
