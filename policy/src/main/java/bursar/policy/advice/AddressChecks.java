package bursar.policy.advice;

import bursar.policy.Condition;
import bursar.policy.Located;
import bursar.policy.Statement;
import bursar.policy.matching.AddressRange;
import bursar.policy.matching.Comparison.Family;
import java.net.InetAddress;
import java.util.List;

/** Checks of address ranges: private ones where only public addresses arrive, and masks that cut off part of what is written. */
final class AddressChecks {
  private static final List<String> PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "100.64.0.0/10", "fc00::/7", "fe80::/10");

  private AddressChecks() {}

  static void check(Review review) {
    for (Statement statement : review.document.statements()) {
      for (Condition condition : statement.conditions()) {
        if (condition.operator().comparison().family() == Family.IP) {
          condition.values().forEach(value -> mask(review, value));
          if (condition.key().equalsIgnoreCase("aws:SourceIp")) {
            privacy(review, condition);
          }
        }
      }
    }
  }

  private static void privacy(Review review, Condition condition) {
    List<Located> hidden = condition.values().stream().filter(value -> isPrivate(value.text())).toList();
    if (hidden.isEmpty()) {
      return;
    }
    boolean negated = condition.operator().comparison().negated();
    String code = negated ? "PRIVATE_NOT_IP_ADDRESS" : "PRIVATE_IP_ADDRESS";
    if (hidden.size() == condition.values().size()) {
      review.error(
          code,
          condition.position(),
          "aws:SourceIp is a public address, and all of these are private, so the condition is "
              + (negated ? "always" : "never") + " met. Write public ranges, or use aws:VpcSourceIp with aws:SourceVpc.");
      return;
    }
    for (Located value : hidden) {
      review.suggestion(
          code + "_SUBSET",
          value.position(),
          "aws:SourceIp is a public address, and `" + value.text() + "` is private, so it has no effect. Remove it.");
    }
  }

  private static boolean isPrivate(String range) {
    int slash = range.indexOf('/');
    String address = slash < 0 ? range : range.substring(0, slash);
    if (AddressRange.parse(range) == null) {
      return false;
    }
    int bits = slash < 0 ? 128 : Integer.parseInt(range.substring(slash + 1));
    return PRIVATE.stream().anyMatch(hidden -> {
      AddressRange whole = AddressRange.parse(hidden);
      return whole != null && whole.contains(address) && bits >= Integer.parseInt(hidden.substring(hidden.indexOf('/') + 1));
    });
  }

  private static void mask(Review review, Located value) {
    int slash = value.text().indexOf('/');
    if (slash < 0 || AddressRange.parse(value.text()) == null) {
      return;
    }
    byte[] bytes = InetAddress.ofLiteral(value.text().substring(0, slash)).getAddress();
    int bits = Integer.parseInt(value.text().substring(slash + 1));
    for (int bit = bits; bit < bytes.length * 8; bit++) {
      if ((bytes[bit / 8] & (0x80 >> (bit % 8))) != 0) {
        review.suggestion(
            "IMPROVE_IP_RANGE",
            value.position(),
            "`" + value.text() + "` writes more of the address than its mask of " + bits + " bits keeps. Write the first address of the"
                + " range, with zeros behind the mask.");
        return;
      }
    }
  }
}
