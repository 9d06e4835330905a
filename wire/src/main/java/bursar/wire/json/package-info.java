/**
 * JSON as awsJson 1.0, awsJson 1.1 and restJson1 spell it, and as the audit trail keeps it.
 * It owns the reading and writing of JSON over shapes, and the leaving out of secrets where JSON is kept.
 * The router and the server use it; it uses shapes, declarations and the streaming parser of the JSON library.
 * What is read is exactly of its shape or refused with its place; a decimal is written as text, so that no reader makes it binary.
 */
@NullMarked
package bursar.wire.json;

import org.jspecify.annotations.NullMarked;
