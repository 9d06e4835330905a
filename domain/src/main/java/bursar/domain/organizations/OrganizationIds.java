package bursar.domain.organizations;

import java.util.random.RandomGenerator;

/** Makes ids of the form AWS Organizations gives them. */
final class OrganizationIds {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int ORGANIZATION_CHARACTERS = 10;
  private static final int ROOT_CHARACTERS = 4;
  private static final int UNIT_CHARACTERS = 8;
  private static final int HANDSHAKE_CHARACTERS = 32;

  private final RandomGenerator random;

  OrganizationIds(RandomGenerator random) {
    this.random = random;
  }

  String organization() {
    return "o-" + characters(ORGANIZATION_CHARACTERS);
  }

  String root() {
    return "r-" + characters(ROOT_CHARACTERS);
  }

  String unit(String rootId) {
    return "ou-" + rootId.substring("r-".length()) + "-" + characters(UNIT_CHARACTERS);
  }

  String handshake() {
    return "h-" + characters(HANDSHAKE_CHARACTERS);
  }

  String accountCreation() {
    return "car-" + characters(HANDSHAKE_CHARACTERS);
  }

  private String characters(int count) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
