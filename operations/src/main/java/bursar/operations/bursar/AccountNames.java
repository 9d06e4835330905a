package bursar.operations.bursar;

import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.organizations.Organizations;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of the accounts of an organization, for cost data that brings none. Accounts outside it stay nameless. */
public final class AccountNames {
  private static final Pattern TWELVE_DIGITS = Pattern.compile("\\d{12}");

  private final Accounts accounts;
  private final Organizations organizations;

  /** Names out of these rooms. */
  public AccountNames(Accounts accounts, Organizations organizations) {
    this.accounts = accounts;
    this.organizations = organizations;
  }

  /**
   * The name of an account, if it belongs to that organization.
   *
   * @param payer the management account, or an account that stands alone
   * @param accountId as cost data writes it
   */
  public Optional<String> nameOf(AccountId payer, String accountId) {
    if (!TWELVE_DIGITS.matcher(accountId).matches()) {
      return Optional.empty();
    }
    AccountId id = new AccountId(accountId);
    boolean own = id.equals(payer) || organizations.payerOf(id).equals(payer);
    return own ? accounts.find(id).map(Account::name) : Optional.empty();
  }

  /** The ids of all accounts of that organization, itself included. */
  public Set<String> idsOf(AccountId payer) {
    Set<String> ids = new HashSet<>();
    ids.add(payer.digits());
    organizations.membersOf(payer).forEach(member -> ids.add(member.digits()));
    return ids;
  }
}
