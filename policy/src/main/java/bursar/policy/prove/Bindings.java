package bursar.policy.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is supposed of the keys that policy variables name; a key that is not mentioned is open. Immutable. */
final class Bindings {
  /** What is supposed of one key. */
  sealed interface Binding {}

  /** Nothing: it may be absent, have one value or have several. */
  record Open() implements Binding {}

  /** It has these values, and an empty list means that it is absent. */
  record Fixed(List<String> values) implements Binding {
    Fixed {
      values = List.copyOf(values);
    }
  }

  /** It has one value, which is not known. */
  record Single() implements Binding {}

  /** It has several values, which are not known. */
  record Several() implements Binding {}

  private static final Open OPEN = new Open();

  private final Map<String, Binding> byKey;
  private final List<String> numbered;

  private Bindings(Map<String, Binding> byKey, List<String> numbered) {
    this.byKey = Map.copyOf(byKey);
    this.numbered = List.copyOf(numbered);
  }

  /** Known values for some keys, in any case; the other variables, in lower case, are open. */
  static Bindings of(Map<String, List<String>> given, Set<String> variables) {
    Map<String, Binding> byKey = new HashMap<>();
    given.forEach((key, values) -> byKey.put(key.toLowerCase(Locale.ROOT), new Fixed(values)));
    List<String> open = new ArrayList<>();
    for (String variable : variables) {
      if (!byKey.containsKey(variable)) {
        open.add(variable);
      }
    }
    return new Bindings(byKey, open);
  }

  Bindings with(String key, Binding binding) {
    Map<String, Binding> more = new HashMap<>(byKey);
    more.put(key, binding);
    return new Bindings(more, numbered);
  }

  Binding of(String key) {
    return byKey.getOrDefault(key, OPEN);
  }

  /** The keys of variables whose values were not known at first; a key's place is its number in patterns. */
  List<String> variables() {
    return numbered;
  }

  int number(String key) {
    return numbered.indexOf(key);
  }
}
