package bursar.domain.accounts;

import bursar.domain.Failure;
import java.util.regex.Pattern;

/**
 * The form of e-mail addresses, account names and aliases.
 *
 * <p>Source: AWS Organizations API, CreateAccount (Email, AccountName); IAM API, CreateAccountAlias.
 */
public final class AccountRules {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern EMAIL_BARRED = Pattern.compile("[\\s\"'()<>\\[\\]:;,\\\\|%&]");
  private static final Pattern DOMAIN_LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?");
  private static final Pattern NAME = Pattern.compile("[\\x20-\\x7E]{1,50}");
  private static final Pattern ALIAS = Pattern.compile("[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]");
  private static final Pattern TWELVE_DIGITS = Pattern.compile("\\d{12}");

  private AccountRules() {}

  /** Refuses what is not an address of 6 to 64 ASCII characters with one @ and a domain that has a dot. */
  public static void checkEmail(String email) {
    boolean wellFormed =
        email.length() >= 6
            && email.length() <= 64
            && email.chars().allMatch(c -> c > 0x20 && c < 0x7F)
            && EMAIL.matcher(email).matches()
            && !EMAIL_BARRED.matcher(email).find()
            && !email.startsWith(".")
            && hasDomain(email.substring(email.indexOf('@') + 1));
    if (!wellFormed) {
      throw new Failure("ValidationError", "'" + email + "' is not an e-mail address of 6 to 64 characters, such as owner@example.com.");
    }
  }

  private static boolean hasDomain(String domain) {
    for (String label : domain.split("\\.", -1)) {
      if (!DOMAIN_LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return true;
  }

  /** Refuses names that are not 1 to 50 printable ASCII characters, or are blank. */
  public static void checkName(String name) {
    if (!NAME.matcher(name).matches() || name.isBlank()) {
      throw new Failure("ValidationError", "An account name has 1 to 50 characters from space to tilde (ASCII), and is not blank.");
    }
  }

  /** Refuses aliases that are not 3 to 63 lower-case letters, digits and single hyphens, or that look like an account id. */
  public static void checkAlias(String alias) {
    if (alias.length() < 3 || alias.length() > 63 || !ALIAS.matcher(alias).matches() || TWELVE_DIGITS.matcher(alias).matches()) {
      throw new Failure(
          "ValidationError",
          "The specified value for accountAlias is invalid. It must have 3 to 63 lower-case letters, digits and single hyphens inside,"
              + " and must not be 12 digits.");
    }
  }
}
