/**
 * How fast policies decide, beside other engines that could have been used instead. Owns the rules and requests that every
 * engine is given, and the table that compares them. It uses {@code policy}, JMH and the other engines; nothing uses it, and
 * no other build contains it. Every figure comes out of one run, and an engine that answers wrongly fails it.
 */
@NullMarked
package bursar.bench.engines;

import org.jspecify.annotations.NullMarked;
