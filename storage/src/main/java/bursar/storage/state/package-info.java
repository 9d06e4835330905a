/**
 * State kept in SQLite or PostgreSQL: accounts, identities, sessions, audit and whatever else must survive the end of the process.
 * It owns the connections, the transactions, the schema's migrations and the JDBC stores.
 * The server opens a {@link bursar.storage.state.Database} and hands it to the stores; it uses jOOQ, Flyway and {@code bursar.domain}.
 * Every write happens in a transaction, one at a time, and is durable when the transaction returns.
 */
@NullMarked
package bursar.storage.state;

import org.jspecify.annotations.NullMarked;
