package bursar.domain.costs;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for rows themselves, as exports ask it.
 *
 * @param billingMonth the rows on that month's bill; those of all bills when null
 * @param fields what is wanted of each row, in order; at least one
 * @param filter which rows are meant, among those the caller may see
 */
public record RowsQuery(@Nullable YearMonth billingMonth, List<Field> fields, CostFilter filter) {
  /** Copies the fields. */
  public RowsQuery {
    fields = List.copyOf(fields);
  }

  /** One thing wanted of each row. */
  public sealed interface Field {
    /** A value, as text; null where the row has none. */
    record Value(GroupKey of) implements Field {}

    /** An amount, as a {@link java.math.BigDecimal}; 0 where the caller may not sum the metric over the row. */
    record Sum(Metric of) implements Field {}

    /** When the charge begins, as an {@link java.time.Instant}. */
    record Start() implements Field {}

    /** When the charge ends, as an {@link java.time.Instant}; null where the source does not say. */
    record End() implements Field {}

    /** On which month's bill it stands, as a {@link YearMonth}. */
    record BillingMonth() implements Field {}

    /** The unit of its usage, as text; null where there is none. */
    record Unit() implements Field {}

    /** The invoice's id, as text; null where there is none. */
    record Invoice() implements Field {}

    /** All its tags, as a map of texts. */
    record Tags() implements Field {}

    /** All values the source's cost categories give it, as a map of texts. */
    record SourceCategories() implements Field {}
  }
}
