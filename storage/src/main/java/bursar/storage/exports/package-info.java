/**
 * Files of exports, written by DuckDB: Parquet and CSV under gzip.
 * It owns how values are spelled in files, and that nobody sees a file that is not whole.
 * The server gives it to the deliveries of {@code bursar.domain.exports}; it uses DuckDB and a folder for what is not yet whole.
 * Each file is written by an engine of its own that knows nothing but the rows it was handed.
 */
@NullMarked
package bursar.storage.exports;

import org.jspecify.annotations.NullMarked;
