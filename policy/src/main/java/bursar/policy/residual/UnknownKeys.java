package bursar.policy.residual;

import bursar.policy.RequestContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The condition keys whose values are not known yet, named one by one ({@code aws:ResourceTag/team}) or by how they begin
 * ({@code aws:ResourceTag/*}). Their case does not matter. A request's own values for such keys are not looked at.
 */
public final class UnknownKeys {
  private static final String PRINCIPAL_ARN = "aws:principalarn";

  private final Set<String> exact = new HashSet<>();
  private final Set<String> beginnings = new TreeSet<>();

  private UnknownKeys(Collection<String> names) {
    for (String name : names) {
      String key = name.strip().toLowerCase(Locale.ROOT);
      if (key.endsWith("*")) {
        beginnings.add(key.substring(0, key.length() - 1));
      } else {
        exact.add(key);
      }
    }
    if (contains(PRINCIPAL_ARN)) {
      throw new IllegalArgumentException(
          "aws:PrincipalArn cannot be unknown: it tells who asks, and the policies are chosen by that. Name the unknown keys more closely than "
              + names + ".");
    }
  }

  /**
   * The keys of these names; a name that ends in {@code *} stands for all keys that begin so.
   *
   * @throws IllegalArgumentException when {@code aws:PrincipalArn} is among them
   */
  public static UnknownKeys of(Collection<String> names) {
    return new UnknownKeys(names);
  }

  /** The keys of these names, as {@link #of(Collection)}. */
  public static UnknownKeys of(String... names) {
    return new UnknownKeys(Arrays.asList(names));
  }

  /** Whether a key, in lower case, is one of them. */
  public boolean contains(String lowerCaseKey) {
    if (exact.contains(lowerCaseKey)) {
      return true;
    }
    for (String beginning : beginnings) {
      if (lowerCaseKey.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** A context without these keys, gathered when it is first asked. */
  RequestContext hiddenIn(RequestContext context) {
    return RequestContext.whenAsked(
        () -> {
          RequestContext.Builder known = RequestContext.builder();
          context.asMap().forEach((key, values) -> known.put(key, contains(key) ? List.of() : values));
          return known.build();
        });
  }

  @Override
  public String toString() {
    Set<String> names = new TreeSet<>(exact);
    beginnings.forEach(beginning -> names.add(beginning + "*"));
    return names.toString();
  }
}
