package bursar.storage.costs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/**
 * The sums of the rows of one period that share their keys.
 *
 * @param periodStart where the whole, uncut period begins
 * @param currencies the least and the greatest of their currencies
 * @param usageUnit their unit of usage, or {@code N/A}
 * @param sums one for each asked metric
 */
record SummedRow(Instant periodStart, List<String> keys, SortedSet<String> currencies, String usageUnit, List<BigDecimal> sums) {}
