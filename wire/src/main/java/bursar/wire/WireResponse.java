package bursar.wire;

import java.util.Map;

/**
 * An answer, ready to be sent.
 *
 * @param status the HTTP status
 * @param headers the headers to send, {@code Content-Type} among them
 * @param body the bytes to send. Nobody may change them
 */
@SuppressWarnings("ArrayRecordComponent")
public record WireResponse(int status, Map<String, String> headers, byte[] body) {}
