package bursar.domain.costs;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;

/**
 * Answers questions about imported costs.
 *
 * <p>Promised: sums are exact; a question sees every published month whole, as it was at one moment, also while an import runs; only rows of
 * the visibility count, in every method. Where rows of several currencies would be added, the question is refused with {@code
 * ValidationException} unless its filter on {@link Dimension#CURRENCY} leaves one. Not promised: that two questions
 * in turn see the same import.
 */
public interface CostStore {
  /** Sums of metrics over periods and groups. */
  CostAnswer query(Visibility visibility, CostQuery query);

  /** The values of a dimension in their order; rows without one add none. */
  List<DimensionValue> values(Visibility visibility, DimensionValuesQuery query);

  /** The keys of tags in their order. */
  List<String> tagKeys(Visibility visibility, TagsQuery query);

  /** The values of one tag in their order; rows without it add none. */
  List<String> tagValues(Visibility visibility, String key, TagsQuery query);

  /** The months in which a visible charge begins. */
  SortedSet<YearMonth> months(Visibility visibility);

  /** The currencies of the visible rows whose charge begins in the span. */
  SortedSet<String> currencies(Visibility visibility, TimeSpan span);

  /** The linked accounts of all visible rows, in the order of their ids. */
  List<LinkedAccountCharges> linkedAccounts(Visibility visibility);
}
