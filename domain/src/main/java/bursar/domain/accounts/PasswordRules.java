package bursar.domain.accounts;

import bursar.domain.Failure;
import java.util.regex.Pattern;

/**
 * What a password must be, for root users and IAM users: AWS's default policy.
 *
 * <p>Source: IAM User Guide, "Setting an account password policy", default policy: at least 8 characters, at least 3 of upper case, lower
 * case, digits and symbols, not the account's name or e-mail address. At most 128 characters of U+0009, 000A, 000D, 0020 to 00FF.
 */
public final class PasswordRules {
  private static final Pattern CHARACTERS = Pattern.compile("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]*");
  private static final int LENGTH_MIN = 8;
  private static final int LENGTH_MAX = 128;
  private static final int CLASSES_MIN = 3;

  private PasswordRules() {}

  /** Refuses a password that is not good enough, saying what is missing and never repeating it. */
  public static void check(String password, String accountName, String email) {
    if (password.length() > LENGTH_MAX || !CHARACTERS.matcher(password).matches()) {
      throw refused("it may have at most " + LENGTH_MAX + " characters, of the Latin alphabet, digits and symbols");
    }
    if (password.length() < LENGTH_MIN) {
      throw refused("it needs at least " + LENGTH_MIN + " characters");
    }
    if (classes(password) < CLASSES_MIN) {
      throw refused("it needs at least three of: upper-case letters, lower-case letters, digits, symbols");
    }
    if (password.equalsIgnoreCase(accountName) || password.equalsIgnoreCase(email)) {
      throw refused("it may not be the account's name or e-mail address");
    }
  }

  private static int classes(String password) {
    boolean upper = password.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    boolean lower = password.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    boolean digit = password.chars().anyMatch(c -> c >= '0' && c <= '9');
    boolean symbol = password.chars().anyMatch(c -> !Character.isLetterOrDigit(c) && !Character.isWhitespace(c));
    return (upper ? 1 : 0) + (lower ? 1 : 0) + (digit ? 1 : 0) + (symbol ? 1 : 0);
  }

  private static Failure refused(String reason) {
    return new Failure("PasswordPolicyViolation", "Password does not conform to the account password policy: " + reason + ".");
  }
}
