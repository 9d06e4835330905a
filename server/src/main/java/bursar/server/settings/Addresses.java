package bursar.server.settings;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Internet addresses as text. Two spellings of one address are the same address. */
public final class Addresses {
  private Addresses() {}

  /** The address that the text spells, or null where it spells none; names are never looked up. */
  public static @Nullable InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
