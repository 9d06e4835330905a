package bursar.domain.costs;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cost category as far as it gives rows a value: the first rule that gives the row one decides (AWS Billing user guide, cost categories).
 *
 * @param name its name
 * @param rules in order
 * @param defaultValue the value of rows to which no rule gives one; null when they have none
 */
public record CostCategory(String name, List<Rule> rules, @Nullable String defaultValue) {
  /** One rule. */
  public sealed interface Rule {
    /** Gives a value to the rows it means. */
    record Regular(String value, CostFilter rows) implements Rule {}

    /** Gives each row the value it has elsewhere, where it has one. */
    record Inherited(GroupKey from) implements Rule {}
  }

  /** Copies the rules. */
  public CostCategory {
    rules = List.copyOf(rules);
  }

  /**
   * The value it gives a row; null where it gives none.
   *
   * @param values the row's values; null where it has none
   */
  public @Nullable String valueOf(Function<GroupKey, @Nullable String> values) {
    for (Rule rule : rules) {
      String value = switch (rule) {
        case Rule.Regular(String given, CostFilter rows) -> rows.holds(values) ? given : null;
        case Rule.Inherited(GroupKey from) -> values.apply(from);
      };
      if (value != null) {
        return value;
      }
    }
    return defaultValue;
  }

  /** The category of that name that the source itself brought along. */
  public static CostCategory ofSource(String name) {
    return new CostCategory(name, List.of(new Rule.Inherited(new GroupKey.BySourceCategory(name))), null);
  }
}
