package bursar.server.http;

import bursar.server.settings.Addresses;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a trusted proxy says of the client; nobody else is believed. */
final class Forwarded {
  private final Set<InetAddress> proxies;

  Forwarded(List<String> proxies) {
    this.proxies = proxies.stream().map(Addresses::literal).filter(address -> address != null).collect(Collectors.toUnmodifiableSet());
  }

  boolean secure(HttpServletRequest request) {
    List<String> said = hops(request, "X-Forwarded-Proto");
    return isProxy(Addresses.literal(request.getRemoteAddr())) && !said.isEmpty() && said.getLast().equalsIgnoreCase("https");
  }

  /**
   * The client's address: the last one in the chain that is not itself a trusted proxy. What stands before it is the client's own claim and is
   * not looked at; so is a hop that is no address.
   */
  String remoteAddress(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (!isProxy(Addresses.literal(address))) {
      return address;
    }
    for (String hop : hops(request, "X-Forwarded-For").reversed()) {
      InetAddress known = Addresses.literal(withoutPort(hop));
      if (known == null) {
        return address;
      }
      address = known.getHostAddress();
      if (!proxies.contains(known)) {
        return address;
      }
    }
    return address;
  }

  /** Whether the address is this machine's, or a trusted proxy's own: no visitor's, so that nothing is counted against it. */
  boolean isOwn(String address) {
    InetAddress known = Addresses.literal(address);
    return isProxy(known) || (proxies.isEmpty() && known != null && known.isLoopbackAddress());
  }

  private boolean isProxy(@Nullable InetAddress address) {
    return address != null && proxies.contains(address);
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

  /** The address of {@code 192.0.2.9:4711} or {@code [2001:db8::7]:4711}, as some proxies write it. */
  private static String withoutPort(String hop) {
    int colon = hop.lastIndexOf(':');
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      return end < 0 ? hop : hop.substring(1, end);
    }
    return colon > 0 && hop.indexOf(':') == colon ? hop.substring(0, colon) : hop;
  }
}
