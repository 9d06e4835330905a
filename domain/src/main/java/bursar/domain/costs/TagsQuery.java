package bursar.domain.costs;

import org.jspecify.annotations.Nullable;

/**
 * Which tags, or which values of a tag, the rows have.
 *
 * @param span the rows whose charge begins in it count
 * @param search a text that the key or value must contain in any case; all when null
 * @param filter which rows are meant, among those the caller may see
 */
public record TagsQuery(TimeSpan span, @Nullable String search, CostFilter filter) {}
