/**
 * Checks of FOCUS on files, run by DuckDB.
 * It owns the SQL of each check, the reading of published rule models, and the run over one file.
 * The server's command uses it; it uses the file reading of {@code bursar.storage.costs}, DuckDB and {@code bursar.domain.focus}.
 * A check reads files and never changes them, and nothing of a file leaves the process but the report.
 */
@NullMarked
package bursar.storage.focus;

import org.jspecify.annotations.NullMarked;
