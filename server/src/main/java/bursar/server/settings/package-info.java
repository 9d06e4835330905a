/**
 * What an operator chose for this server.
 * It owns the settings, their defaults and the refusal of unsafe combinations.
 * The commands make them, the rest of the server reads them; it uses the domain's names only.
 * A server that could be reached from elsewhere without TLS is never started.
 */
@NullMarked
package bursar.server.settings;

import org.jspecify.annotations.NullMarked;
