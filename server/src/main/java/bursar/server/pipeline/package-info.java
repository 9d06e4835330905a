/**
 * The one way of a call: authenticate, decode, authorize, handle, audit, encode.
 * It owns the order of the stages, the transaction around a change and the audit event of every call.
 * HTTP and the operator commands use it; it uses the wire, the gate and the operations.
 * No handler runs except behind the gate, and no change is stored without its audit event.
 */
@NullMarked
package bursar.server.pipeline;

import org.jspecify.annotations.NullMarked;
