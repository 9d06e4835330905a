package bursar.domain.views;

import bursar.domain.costs.CostFilter;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.ValueMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of its sources a view shows: those of the accounts and of the tag, as far as these are named.
 *
 * @param accounts the ids of linked accounts; empty for any
 * @param tagKey the key of a tag; null for any
 * @param tagValues the tag's values, of which a row must have one; empty without a key
 */
public record ViewFilter(List<String> accounts, @Nullable String tagKey, List<String> tagValues) {
  /** Every row. */
  public static final ViewFilter EVERYTHING = new ViewFilter(List.of(), null, List.of());

  /** Keeps its own copies of the lists. */
  public ViewFilter {
    accounts = List.copyOf(accounts);
    tagValues = List.copyOf(tagValues);
  }

  /** Whether it leaves nothing out. */
  public boolean isEverything() {
    return accounts.isEmpty() && tagKey == null;
  }

  /** The rows it means. */
  public CostFilter rows() {
    List<CostFilter> parts = new ArrayList<>();
    if (!accounts.isEmpty()) {
      parts.add(CostFilter.dimension(Dimension.LINKED_ACCOUNT, accounts.toArray(String[]::new)));
    }
    String key = tagKey;
    if (key != null) {
      parts.add(CostFilter.tag(key, ValueMatch.of(tagValues, Set.of())));
    }
    return new CostFilter.And(parts);
  }
}
