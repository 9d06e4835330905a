package bursar.domain.costs;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about imported costs. Where a visibility lets a caller sum some metrics only, or each over other rows, sums of a metric count
 * the rows it may be summed over, a group is there when one of the asked metrics has a row in it, and a metric that may be summed over no row at
 * all is refused with {@code AccessDeniedException}.
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

  /** What rows have as that value, in order; rows without it add nothing. */
  List<String> valuesOf(Visibility visibility, GroupKey of, TagsQuery query);

  /** The names of the cost categories that the sources brought along, in order. */
  List<String> sourceCategories(Visibility visibility, TagsQuery query);

  /** The columns that {@link GroupKey.BySourceColumn} can name, as the sources write them, in order. */
  SortedSet<String> sourceColumns(Visibility visibility);

  /**
   * Hands over rows one by one, in the order of time.
   *
   * @param reader gets the fields of each row in the order of the question; the list is its own
   * @return how many there were
   */
  long rows(Visibility visibility, RowsQuery query, Consumer<List<@Nullable Object>> reader);

  /** The months in which a visible charge begins. */
  SortedSet<YearMonth> months(Visibility visibility);

  /** The currencies of the visible rows whose charge begins in the span. */
  SortedSet<String> currencies(Visibility visibility, TimeSpan span);

  /** The linked accounts of all visible rows, in the order of their ids. */
  List<LinkedAccountCharges> linkedAccounts(Visibility visibility);
}
