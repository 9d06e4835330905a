package bursar.server.http;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses a Host header this server was never given as a name: a page elsewhere could otherwise rebind its own name to this server. */
final class KnownHosts {
  private final Set<String> known;

  KnownHosts(Set<String> known) {
    this.known = Set.copyOf(known);
  }

  boolean knows(@Nullable String hostHeader) {
    return hostHeader != null && known.contains(withoutPort(hostHeader.toLowerCase(Locale.ROOT)));
  }

  private static String withoutPort(String host) {
    int end = host.length();
    while (end > 0 && Character.isDigit(host.charAt(end - 1))) {
      end--;
    }
    return end > 1 && host.charAt(end - 1) == ':' ? host.substring(0, end - 1) : host;
  }
}
