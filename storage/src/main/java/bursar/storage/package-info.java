/**
 * Where state and costs sleep: the adapters of the stores that {@code bursar.domain} declares.
 * It owns every SQL statement and every database file of the product.
 * The server wires it; it uses {@code bursar.domain}, JDBC drivers and a SQL builder.
 * Nothing here decides anything: rules live in the domain, and a store only keeps what it is given.
 */
@NullMarked
package bursar.storage;

import org.jspecify.annotations.NullMarked;
