/**
 * What {@code ./bursar demo} shows: an invented company and its costs.
 * It owns the generator of the sample costs.
 * The server's commands use it; it uses the account's id and the JDK only.
 * It takes nothing from outside, and the same day and accounts give the same data.
 */
@NullMarked
package bursar.server.demo;

import org.jspecify.annotations.NullMarked;
