package bursar.domain.costs;

import org.jspecify.annotations.Nullable;

/**
 * A value of a dimension.
 *
 * @param description what the value is called; the name of a linked account, otherwise null
 */
public record DimensionValue(String value, @Nullable String description) {}
