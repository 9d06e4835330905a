/**
 * Exports of cost data: what is exported, for whom, in which columns, and how rows of costs become rows of AWS's and FOCUS's tables.
 * It owns export definitions and their executions, the tables with their columns, the grammar of queries, and the mapping of rows.
 * Operations define and run exports, storage keeps them and writes their files; it uses the costs, the accounts and the FOCUS facts of the domain.
 * Rows come only through a {@link bursar.domain.costs.Visibility} that the gate decided for that very run.
 */
@NullMarked
package bursar.domain.exports;

import org.jspecify.annotations.NullMarked;
