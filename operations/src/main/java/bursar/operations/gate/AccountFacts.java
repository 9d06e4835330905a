package bursar.operations.gate;

import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.costs.RowFacts;
import bursar.domain.costs.CostCategory;
import bursar.domain.organizations.CostPreferences;
import bursar.domain.organizations.Organizations;
import bursar.policy.PolicySet;
import java.util.List;
import java.util.function.Function;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts as they are stored. They are remembered for each principal under the version of its account, and of the management account where
 * there is one; both versions are read again on every call, so that a change anywhere counts from the next call on.
 */
public final class AccountFacts implements AccessFacts.Source {
  private static final int REMEMBERED_MAX = 20_000;

  private final Accounts accounts;
  private final Organizations organizations;
  private final CostPreferences preferences;
  private final PrincipalPolicies policies;
  private final Function<AccountId, List<CostCategory>> categories;
  private final ConcurrentHashMap<Principal.OfAccount, Remembered> remembered = new ConcurrentHashMap<>();

  private record Remembered(long version, long payerVersion, AccessFacts facts) {}

  /**
   * Facts out of these rooms.
   *
   * @param categories the cost categories of an owner of data, as policies see them
   */
  public AccountFacts(Accounts accounts, Organizations organizations, CostPreferences preferences, PrincipalPolicies policies,
      Function<AccountId, List<CostCategory>> categories) {
    this.categories = categories;
    this.accounts = accounts;
    this.organizations = organizations;
    this.preferences = preferences;
    this.policies = policies;
  }

  /**
   * The facts as they are now.
   *
   * @throws bursar.domain.Failure {@code NoSuchEntity} if the account is gone
   */
  @Override
  public AccessFacts of(Principal.OfAccount principal) {
    Remembered known = remembered.get(principal);
    if (known != null && current(principal, known)) {
      return known.facts();
    }
    if (remembered.size() >= REMEMBERED_MAX) {
      remembered.clear();
    }
    Remembered read = read(principal);
    remembered.put(principal, read);
    return read.facts();
  }

  @Override
  public RowFacts rowsOf(AccountId dataOwner) {
    return new OwnersRowFacts(() -> organizations.paths(dataOwner), () -> categories.apply(dataOwner));
  }

  private boolean current(Principal.OfAccount principal, Remembered known) {
    @Nullable AccountId payer = known.facts().payer();
    return accounts.version(principal.account()) == known.version()
        && (payer == null || accounts.version(payer) == known.payerVersion());
  }

  /** Versions are read before what they stand for, so that a change in between makes the next call read again. */
  private Remembered read(Principal.OfAccount principal) {
    long version = accounts.version(principal.account());
    AccountId paying = organizations.payerOf(principal.account());
    @Nullable AccountId payer = paying.equals(principal.account()) ? null : paying;
    long payerVersion = payer == null ? 0 : accounts.version(payer);
    Account account = accounts.get(principal.account());
    Account deciding = payer == null ? account : accounts.get(payer);
    AccessFacts facts = new AccessFacts(account.billingAccess(), deciding.actionSet(), payer,
        preferences.accessOf(principal.account()), PolicySet.of(policies.of(principal)));
    return new Remembered(version, payerVersion, facts);
  }
}
