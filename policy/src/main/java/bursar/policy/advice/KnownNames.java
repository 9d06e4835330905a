package bursar.policy.advice;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an author's names are held against: which actions and condition keys exist. No answer depends on upper or lower case. */
public interface KnownNames {
  /** Every known action, such as {@code ce:GetTags}. */
  Collection<String> actions();

  /** Whether all actions of that service are known, so that an unknown name is a mistake. */
  boolean listsService(String service);

  /** Whether an action can be limited to no resource, so that only {@code *} matches; false where that is not known. */
  boolean takesOnlyStar(String action);

  /**
   * The condition keys of a service, without the global ones; a key that ends with {@code /} is followed by a tag's
   * name, one that ends with a star by anything. Empty when not known.
   */
  Optional<Set<String>> conditionKeys(String service);

  /** A list of actions; of the services it has actions of, it is taken to have all. */
  static KnownNames of(Collection<String> actions) {
    Set<String> services = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    actions.forEach(action -> services.add(action.substring(0, Math.max(0, action.indexOf(':')))));
    List<String> all = List.copyOf(actions);
    return new KnownNames() {
      @Override
      public Collection<String> actions() {
        return all;
      }

      @Override
      public boolean listsService(String service) {
        return services.contains(service.toLowerCase(Locale.ROOT));
      }

      @Override
      public boolean takesOnlyStar(String action) {
        return false;
      }

      @Override
      public Optional<Set<String>> conditionKeys(String service) {
        return Optional.empty();
      }
    };
  }
}
