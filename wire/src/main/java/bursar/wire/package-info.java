/**
 * How an operation is spelled on HTTP: the request as it came, the answer as it goes, and one codec a protocol.
 * It owns the raw request, the wire response, the bytes they are made of, and the errors that belong to no service of its own.
 * The server uses it; it uses the declarations and shapes of {@code bursar.operations}, and nothing of any HTTP server.
 * Whatever bytes arrive, only a {@link bursar.domain.Failure} ever leaves, and its sentence repeats no secret and no canonical text.
 */
@NullMarked
package bursar.wire;

import org.jspecify.annotations.NullMarked;
