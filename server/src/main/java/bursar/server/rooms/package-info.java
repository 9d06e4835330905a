/**
 * How the rooms of this server are put together.
 * It owns the one place where stores, rules and operations are made and handed to each other.
 * The commands and tests use it; it uses every room below.
 * What is opened here is closed here, in the opposite order.
 */
@NullMarked
package bursar.server.rooms;

import org.jspecify.annotations.NullMarked;
