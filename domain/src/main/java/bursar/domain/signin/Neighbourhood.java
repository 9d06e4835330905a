package bursar.domain.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses count as one where something is limited per address: an IPv4 address stands for itself, an IPv6 address for its /64,
 * because whoever has one address of a /64 has all of them.
 */
public final class Neighbourhood {
  private static final int PREFIX_BYTES = 8;

  private Neighbourhood() {}

  /** The name of the neighbourhood; text that is no address stands for itself. */
  public static String of(String address) {
    try {
      if (InetAddress.ofLiteral(address) instanceof Inet6Address six && !six.isLoopbackAddress()) {
        byte[] bytes = six.getAddress();
        Arrays.fill(bytes, PREFIX_BYTES, bytes.length, (byte) 0);
        return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
      }
      return address;
    } catch (IllegalArgumentException | UnknownHostException e) {
      return address;
    }
  }
}
