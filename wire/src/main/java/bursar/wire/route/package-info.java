/**
 * Which operation a request asks for.
 * It owns the reading of {@code X-Amz-Target}, of {@code Action} and {@code Version}, and of the paths of REST services.
 * The server uses it before it asks who calls; it uses the catalogue of operations and the codecs.
 * A request that names no operation is answered in the protocol it most likely speaks, never left without an answer.
 */
@NullMarked
package bursar.wire.route;

import org.jspecify.annotations.NullMarked;
