package bursar.server.pipeline;

import bursar.wire.RawRequest;

/**
 * A request as the front door took it in.
 *
 * @param request its bytes
 * @param secure whether it came over TLS, here or at a trusted proxy
 * @param tooLarge whether its body was cut off at the limit
 */
public record Exchange(RawRequest request, boolean secure, boolean tooLarge) {}
