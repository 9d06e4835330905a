package bursar.operations.ce;

import bursar.domain.Failure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Page tokens: where the next page begins, bound to the question it belongs to. */
final class Pages {
  private static final int DIGEST_CHARACTERS = 16;

  private Pages() {}

  /** The token of the page that begins there. */
  static String token(int offset, Object question) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((digest(question) + ":" + offset).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Where the page of that token begins; 0 without a token.
   *
   * @param question the request without its token, always written the same way
   * @throws Failure {@code InvalidNextTokenException} for a token that was not given out for this question
   */
  static int offset(@Nullable String token, Object question) {
    if (token == null) {
      return 0;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      if (colon > 0 && text.substring(0, colon).equals(digest(question))) {
        int offset = Integer.parseInt(text.substring(colon + 1));
        if (offset > 0) {
          return offset;
        }
      }
    } catch (IllegalArgumentException malformed) {
      throw invalid();
    }
    throw invalid();
  }

  private static Failure invalid() {
    return new Failure("InvalidNextTokenException",
        "The NextPageToken was not given out for this question. Ask again without it, or repeat the question of the page before unchanged.");
  }

  private static String digest(Object question) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(question.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
