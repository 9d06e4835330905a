package bursar.server.settings;

import bursar.domain.accounts.SignUpPolicy;
import bursar.domain.exports.ExportDestinations;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an operator chose.
 *
 * @param data the data folder
 * @param address where to listen
 * @param port the port to listen on; 0 for any free one
 * @param signUp who may create an account
 * @param certificate a PEM file with the server's certificate chain; null for plain HTTP
 * @param certificateKey a PEM file with its private key; null for plain HTTP
 * @param trustedProxies addresses of proxies that end TLS for this server and whose {@code X-Forwarded-*} headers are believed
 * @param hosts the host names clients may use beside the listening address; the Host header must be one of them
 * @param stateUrl a PostgreSQL JDBC address for the state; null for SQLite in the data folder
 * @param costInput how cost data may come in over the network
 * @param exports where exports of cost data may go; nowhere unless the operator says so
 */
public record ServerSettings(
    Path data,
    String address,
    int port,
    SignUpPolicy signUp,
    @Nullable Path certificate,
    @Nullable Path certificateKey,
    List<String> trustedProxies,
    List<String> hosts,
    @Nullable String stateUrl,
    CostInput costInput,
    ExportDestinations exports) {

  /** The address a server listens on unless told otherwise. */
  public static final String LOOPBACK = "127.0.0.1";

  /**
   * Refuses what would be unsafe.
   *
   * @throws IllegalArgumentException with a sentence that says what to add
   */
  public ServerSettings {
    trustedProxies = List.copyOf(trustedProxies);
    hosts = List.copyOf(hosts);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("--port takes a number from 0 to 65535.");
    }
    if ((certificate == null) != (certificateKey == null)) {
      throw new IllegalArgumentException("--tls-certificate and --tls-key go together: give both or neither.");
    }
    for (String proxy : trustedProxies) {
      if (Addresses.literal(proxy) == null) {
        throw new IllegalArgumentException("--trusted-proxy takes the address of a proxy, such as 10.0.0.5, not '" + proxy + "'.");
      }
    }
    if (!loopback(address) && certificate == null && trustedProxies.isEmpty()) {
      throw new IllegalArgumentException("--address " + address + " can be reached from other machines, so passwords would cross the network"
          + " in the clear. Add --tls-certificate FILE and --tls-key FILE, or --trusted-proxy ADDRESS of a proxy that ends TLS.");
    }
  }

  /** A server that takes in cost data as it does unless told otherwise, and whose exports may go nowhere. */
  public ServerSettings(Path data, String address, int port, SignUpPolicy signUp, @Nullable Path certificate, @Nullable Path certificateKey,
      List<String> trustedProxies, List<String> hosts, @Nullable String stateUrl) {
    this(data, address, port, signUp, certificate, certificateKey, trustedProxies, hosts, stateUrl, CostInput.DEFAULT,
        new ExportDestinations(Map.of()));
  }

  /** The same with other ways for cost data to come in. */
  public ServerSettings with(CostInput other) {
    return new ServerSettings(data, address, port, signUp, certificate, certificateKey, trustedProxies, hosts, stateUrl, other, exports);
  }

  /** The same with other places for exports to go. */
  public ServerSettings with(ExportDestinations other) {
    return new ServerSettings(data, address, port, signUp, certificate, certificateKey, trustedProxies, hosts, stateUrl, costInput, other);
  }

  /** A server on the loopback address with plain HTTP. */
  public static ServerSettings local(Path data, int port, SignUpPolicy signUp) {
    return new ServerSettings(data, LOOPBACK, port, signUp, null, null, List.of(), List.of(), null);
  }

  /** Whether this server itself speaks TLS. */
  public boolean tls() {
    return certificate != null;
  }

  /** The host names, lower case, that the Host header may have, without a port. */
  public Set<String> knownHosts() {
    Set<String> known = new TreeSet<>();
    if (loopback(address)) {
      known.addAll(List.of("localhost", LOOPBACK, "[::1]"));
    } else if (!address.equals("0.0.0.0") && !address.equals("::")) {
      known.add(address);
    }
    hosts.forEach(host -> known.add(host.toLowerCase(java.util.Locale.ROOT)));
    return known;
  }

  private static boolean loopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("--address " + address + " is no address of this machine.", e);
    }
  }
}
