package bursar.domain.categories;

import java.time.YearMonth;
import java.util.List;

/**
 * What a cost category means from some month on.
 *
 * @param effectiveStart the first month
 * @param defaultValue the value of rows no rule gives one to; empty for none
 */
public record CategoryVersion(YearMonth effectiveStart, List<CategoryRule> rules, String defaultValue, List<SplitRule> splitRules) {
  /** Copies the lists. */
  public CategoryVersion {
    rules = List.copyOf(rules);
    splitRules = List.copyOf(splitRules);
  }
}
