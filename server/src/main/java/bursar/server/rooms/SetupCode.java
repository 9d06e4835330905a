package bursar.server.rooms;

import bursar.operations.gate.Caller;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Proves that whoever claims the first account may: they sit at the server's own machine, or know the code it printed when it started.
 *
 * @param code what was printed
 */
public record SetupCode(String code) {
  private static final int CODE_BYTES = 8;

  /** A fresh code, different at every start. */
  public static SetupCode fresh() {
    byte[] bytes = new byte[CODE_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new SetupCode(HexFormat.of().formatHex(bytes));
  }

  /** Behind a proxy every visitor may look as if they sat here, so only the code counts ({@code direct} is false). */
  boolean proves(Caller caller, @Nullable String typed, boolean direct) {
    if (typed != null && MessageDigest.isEqual(bytes(code), bytes(typed.strip().toLowerCase(Locale.ROOT)))) {
      return true;
    }
    if (!direct) {
      return false;
    }
    try {
      return InetAddress.ofLiteral(caller.sourceIp()).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
