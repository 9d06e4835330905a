package bursar.domain.categories;

import java.time.Instant;
import java.time.YearMonth;

/**
 * A backfill: the activation of all tags, as it was then, was made to hold from an earlier month on.
 *
 * @param from the first month
 */
public record TagBackfill(YearMonth from, Instant requested, Instant completed) {}
