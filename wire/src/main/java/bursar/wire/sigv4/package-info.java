/**
 * AWS Signature Version 4 as a server checks it: the claim a request makes, and the proof that it was made with the key it names.
 * It owns our own canonicaliser over the raw bytes, since clients differ in which headers they sign, and the cache of derived keys.
 * The server uses it, handing in the secret key and the time; it uses the raw request and failures only, never a store or a clock.
 * A request is proven or refused with one of AWS's codes; the secret, the canonical text and the expected signature never leave it.
 */
@NullMarked
package bursar.wire.sigv4;

import org.jspecify.annotations.NullMarked;
