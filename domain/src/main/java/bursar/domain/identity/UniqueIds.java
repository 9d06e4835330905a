package bursar.domain.identity;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Makes ids and secrets of the form AWS gives them. Source: IAM User Guide, "Unique identifiers". */
public final class UniqueIds {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int ID_CHARACTERS = 17;
  private static final int KEY_CHARACTERS = 16;
  private static final int SECRET_BYTES = 30;

  private final RandomGenerator random;

  /** Ids as unpredictable as the generator. */
  public UniqueIds(RandomGenerator random) {
    this.random = random;
  }

  String user() {
    return id("AIDA", ID_CHARACTERS);
  }

  String group() {
    return id("AGPA", ID_CHARACTERS);
  }

  String managedPolicy() {
    return id("ANPA", ID_CHARACTERS);
  }

  String accessKey() {
    return id("AKIA", KEY_CHARACTERS);
  }

  /** 40 characters of Base64. */
  String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private String id(String prefix, int characters) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < characters; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
