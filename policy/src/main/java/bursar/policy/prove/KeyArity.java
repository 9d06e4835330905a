package bursar.policy.prove;

import java.util.Locale;
import java.util.Set;

/**
 * Which condition keys a request may carry with several values at once (AWS reference, "Global condition context keys"
 * and "Single-valued vs. multivalued context keys"). A key that AWS does not define for every service may have several.
 */
final class KeyArity {
  private static final Set<String> GLOBAL_WITH_SEVERAL =
      Set.of(
          "aws:calledvia",
          "aws:principalorgpaths",
          "aws:principalservicenameslist",
          "aws:resourceorgpaths",
          "aws:sourceorgpaths",
          "aws:tagkeys",
          "aws:vpceorgpaths");

  private KeyArity() {}

  /** Whether a request may carry the key, written in lower case, with more than one value. */
  static boolean mayHaveSeveral(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return !name.startsWith("aws:") || GLOBAL_WITH_SEVERAL.contains(name);
  }
}
