package bursar.domain.focus;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule of FOCUS.
 *
 * @param id as FOCUS names it, such as {@code BilledCost-C-003-M}
 * @param column what it is about: a column, or the data set or attribute it belongs to
 * @param keyword how binding it is
 * @param sentence what it says
 * @param criteria what a provider must support for the rule to apply, such as {@code ACCOUNT_NAMING_SUPPORTED}; nothing shows it in a file
 * @param columnCriteria what a provider must support for the column to be there at all; a file that has the column shows it
 * @param check what is asked; null where the file alone cannot tell
 * @param condition for which rows; null for all
 * @param standsAlone whether the rule is asked for itself; false for one of several alternatives of another rule
 */
public record FocusRule(
    String id,
    String column,
    FocusKeyword keyword,
    String sentence,
    Set<String> criteria,
    Set<String> columnCriteria,
    @Nullable FocusCheck check,
    @Nullable FocusCheck condition,
    boolean standsAlone) {
  /** Copies the criteria. */
  public FocusRule {
    criteria = Set.copyOf(criteria);
    columnCriteria = Set.copyOf(columnCriteria);
  }
}
