package bursar.server.pipeline;

import bursar.wire.Headers;
import bursar.wire.RawRequest;
import java.util.Locale;

/** Tells pages of this server from pages of others, by what browsers say of a request's origin. */
public final class SameOrigin {
  private SameOrigin() {}

  /** Whether the request is not known to come from elsewhere: programs send neither header and pass. */
  public static boolean allows(Exchange exchange) {
    RawRequest request = exchange.request();
    Headers headers = request.headers();
    for (String site : headers.values("Sec-Fetch-Site")) {
      if (!site.equals("same-origin") && !site.equals("none")) {
        return false;
      }
    }
    String host = headers.first("Host");
    for (String origin : headers.values("Origin")) {
      String expected = (exchange.secure() ? "https://" : "http://") + host;
      if (!origin.toLowerCase(Locale.ROOT).equals(expected.toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }
}
