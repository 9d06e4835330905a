/**
 * How an operation is declared, once.
 * It owns the declaration: service, names, shapes, needs, limits, errors, audit and documentation, and the checks over all of them.
 * Every operation and page uses it, and routing, decoding, authorization, audit, tests and reference pages derive from it; it uses shapes.
 * A catalogue whose declarations contradict each other or leave something out is never built.
 */
@NullMarked
package bursar.operations.declaration;

import org.jspecify.annotations.NullMarked;
