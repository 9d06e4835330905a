/**
 * Costs kept in DuckDB, or in Trino over Parquet: one immutable file a data set and month, read by questions and written by imports.
 * It owns those files, the reading of AWS CUR and FOCUS, the metric rules that turn their lines into ours, and the record of what is published.
 * The server opens a {@link bursar.storage.costs.CostData}; it uses DuckDB, Trino's driver, jOOQ, {@code bursar.storage.state} and {@code bursar.domain.costs}.
 * A file is complete before it is published and never changes afterwards, so a reader never sees half a month.
 */
@NullMarked
package bursar.storage.costs;

import org.jspecify.annotations.NullMarked;
