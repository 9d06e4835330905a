package bursar.server.pipeline;

import bursar.wire.RawRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** The two cookies of a session: its token, which no script can read, and the CSRF token, which the console repeats in a header. */
public final class Cookies {
  private static final String SESSION = "bursar-session";
  private static final String SESSION_OVER_TLS = "__Host-bursar-session";
  private static final String CSRF = "XSRF-TOKEN";

  private Cookies() {}

  /** The session token the browser sent, or null. */
  public static @Nullable String session(Exchange exchange) {
    RawRequest request = exchange.request();
    String plain = null;
    for (String header : request.headers().values("Cookie")) {
      for (String pair : header.split(";")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          String name = pair.substring(0, equals).strip();
          if (name.equals(SESSION_OVER_TLS)) {
            return pair.substring(equals + 1).strip();
          } else if (name.equals(SESSION) && !exchange.secure()) {
            plain = pair.substring(equals + 1).strip();
          }
        }
      }
    }
    return plain;
  }

  /** Gives the browser both cookies, until it is closed. */
  public static void set(HttpServletResponse response, String token, String csrfToken, boolean secure) {
    response.addHeader("Set-Cookie", sessionName(secure) + "=" + token + "; Path=/; HttpOnly; SameSite=Strict" + tail(secure));
    response.addHeader("Set-Cookie", CSRF + "=" + csrfToken + "; Path=/; SameSite=Strict" + tail(secure));
  }

  /** Takes both cookies back. */
  public static void clear(HttpServletResponse response, boolean secure) {
    response.addHeader("Set-Cookie", sessionName(secure) + "=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0" + tail(secure));
    response.addHeader("Set-Cookie", CSRF + "=; Path=/; SameSite=Strict; Max-Age=0" + tail(secure));
  }

  private static String sessionName(boolean secure) {
    return secure ? SESSION_OVER_TLS : SESSION;
  }

  private static String tail(boolean secure) {
    return secure ? "; Secure" : "";
  }
}
