/**
 * The operator's own channel to a running server on the same machine.
 * It owns the client that proves to hold the token of the data folder.
 * The commands use it; it uses HTTP and the data folder.
 * It works from this machine only.
 */
@NullMarked
package bursar.server.operator;

import org.jspecify.annotations.NullMarked;
