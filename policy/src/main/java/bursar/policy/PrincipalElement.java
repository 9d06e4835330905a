package bursar.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Principal or NotPrincipal element.
 *
 * @param negated whether it is NotPrincipal
 * @param everyone whether it is the lone {@code "*"}; then there are no named principals
 * @param named the principals by their type ({@code AWS}, {@code Service}, {@code Federated}, {@code CanonicalUser})
 */
public record PrincipalElement(boolean negated, boolean everyone, Map<String, List<Located>> named) {
  /** Keeps a copy of the map, in its order. */
  public PrincipalElement {
    Map<String, List<Located>> copy = new LinkedHashMap<>();
    named.forEach((type, principals) -> copy.put(type, List.copyOf(principals)));
    named = Collections.unmodifiableMap(copy);
  }
}
