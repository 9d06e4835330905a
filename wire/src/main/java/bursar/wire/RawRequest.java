package bursar.wire;

import org.jspecify.annotations.Nullable;

/**
 * A request as its bytes came, before anything was decoded: a signature is made over these, so nothing may have rewritten them.
 *
 * @param method the HTTP method, in upper case
 * @param path the path of the request line, still percent-encoded
 * @param query the text after the question mark, still percent-encoded; null without one
 * @param headers all headers
 * @param body the whole body; empty without one. Nobody may change it
 * @param remoteAddress the address of the other end of the connection
 */
@SuppressWarnings("ArrayRecordComponent")
public record RawRequest(String method, String path, @Nullable String query, Headers headers, byte[] body, String remoteAddress) {

  /** Says which request it is, without its headers and body: they may carry secrets. */
  @Override
  public String toString() {
    return method + " " + path + " (" + body.length + " bytes)";
  }
}
