package bursar.domain.accounts;

import bursar.domain.Failure;
import java.util.regex.Pattern;

/**
 * The twelve digits that name an account, as AWS writes them; leading zeros count.
 *
 * @param digits exactly twelve digits
 */
public record AccountId(String digits) implements Comparable<AccountId> {
  private static final Pattern FORM = Pattern.compile("\\d{12}");

  /** Refuses anything but twelve digits. */
  public AccountId {
    if (!FORM.matcher(digits).matches()) {
      throw new Failure("ValidationError", "An account id has exactly 12 digits, and '" + digits + "' has not.");
    }
  }

  @Override
  public int compareTo(AccountId other) {
    return digits.compareTo(other.digits);
  }

  @Override
  public String toString() {
    return digits;
  }
}
