package bursar.domain.costs;

import org.jspecify.annotations.Nullable;

/**
 * Which values a dimension has.
 *
 * @param span the rows whose charge begins in it count
 * @param search a text the value must contain in any case; all values when null
 * @param filter which rows are meant, among those the caller may see
 */
public record DimensionValuesQuery(TimeSpan span, Dimension dimension, @Nullable String search, CostFilter filter) {}
