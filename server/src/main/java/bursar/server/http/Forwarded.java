package bursar.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** What a trusted proxy says of the client; nobody else is believed. */
final class Forwarded {
  private final Set<String> proxies;

  Forwarded(List<String> proxies) {
    this.proxies = Set.copyOf(proxies);
  }

  boolean secure(HttpServletRequest request) {
    return proxies.contains(request.getRemoteAddr()) && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
  }

  /** The client's address: the last one in the chain that is not itself a trusted proxy. */
  String remoteAddress(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    String chain = request.getHeader("X-Forwarded-For");
    if (!proxies.contains(address) || chain == null) {
      return address;
    }
    String[] hops = chain.split(",");
    for (int i = hops.length - 1; i >= 0; i--) {
      address = hops[i].strip();
      if (!proxies.contains(address)) {
        return address;
      }
    }
    return address;
  }
}
