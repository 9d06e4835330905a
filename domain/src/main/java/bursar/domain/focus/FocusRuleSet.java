package bursar.domain.focus;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of one version of FOCUS.
 *
 * @param version of FOCUS, such as {@code 1.2}
 * @param rules in their order
 */
public record FocusRuleSet(String version, List<FocusRule> rules) {
  /** Copies the rules. */
  public FocusRuleSet {
    rules = List.copyOf(rules);
  }

  /** All that a rule may make its application depend on, in order. */
  public Set<String> criteria() {
    Set<String> criteria = new TreeSet<>();
    rules.forEach(rule -> {
      criteria.addAll(rule.criteria());
      criteria.addAll(rule.columnCriteria());
    });
    return criteria;
  }
}
