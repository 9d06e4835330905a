package bursar.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What a trusted proxy says of the client; nobody else is believed. */
final class Forwarded {
  private final Set<String> proxies;

  Forwarded(List<String> proxies) {
    this.proxies = Set.copyOf(proxies);
  }

  boolean secure(HttpServletRequest request) {
    List<String> said = hops(request, "X-Forwarded-Proto");
    return proxies.contains(request.getRemoteAddr()) && !said.isEmpty() && said.getLast().equalsIgnoreCase("https");
  }

  /**
   * The client's address: the last one in the chain that is not itself a trusted proxy. What stands before it is the client's own claim and is
   * not looked at; so is a hop that is no address.
   */
  String remoteAddress(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (!proxies.contains(address)) {
      return address;
    }
    for (String hop : hops(request, "X-Forwarded-For").reversed()) {
      if (!isAddress(hop)) {
        return address;
      }
      address = hop;
      if (!proxies.contains(address)) {
        return address;
      }
    }
    return address;
  }

  /** Whether the address is this machine's, or a trusted proxy's own: no visitor's, so that nothing is counted against it. */
  boolean isOwn(String address) {
    if (proxies.contains(address)) {
      return true;
    }
    try {
      return proxies.isEmpty() && InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** All values of a header in order; a proxy may have added a line of its own after the client's. */
  private static List<String> hops(HttpServletRequest request, String name) {
    List<String> hops = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders(name))) {
      for (String hop : line.split(",")) {
        hops.add(hop.strip());
      }
    }
    return hops;
  }

  private static boolean isAddress(String text) {
    try {
      return InetAddress.ofLiteral(text) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
