package bursar.operations.gate;

import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.BillingAccess;
import bursar.domain.accounts.ActionSet;
import bursar.domain.costs.RowFacts;
import bursar.domain.organizations.MemberAccess;
import bursar.policy.PolicySet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the gate must know of a principal: its account's settings and its own policies, as of one version of the account.
 *
 * @param billingAccess the account's switch
 * @param actionSet which vocabulary decides
 * @param payer the management account of the account's organization; null when the account stands alone or is the management account
 * @param memberAccess what the payer lets the account see of its costs, whatever policies say; everything where there is no payer
 * @param policies the principal's identity policies: inline, attached, and through groups; empty for the root user
 */
public record AccessFacts(
    BillingAccess billingAccess, ActionSet actionSet, @Nullable AccountId payer, MemberAccess memberAccess, PolicySet policies) {

  /** The facts of a principal whose account stands alone, or whose payer lets it see everything. */
  public AccessFacts(BillingAccess billingAccess, ActionSet actionSet, @Nullable AccountId payer, PolicySet policies) {
    this(billingAccess, actionSet, payer, MemberAccess.EVERYTHING, policies);
  }

  /** Finds the facts; implementations may remember them, but must check on each call that they are still true. */
  public interface Source {
    /** The facts for that principal, as they are now. */
    AccessFacts of(Principal.OfAccount principal);

    /** What the keys of rows need to be known of the account whose costs are read; asked only where a policy has such a key. */
    RowFacts rowsOf(AccountId dataOwner);

    /** Facts that these two find. */
    static Source of(Function<Principal.OfAccount, AccessFacts> facts, Function<AccountId, RowFacts> rows) {
      return new Source() {
        @Override
        public AccessFacts of(Principal.OfAccount principal) {
          return facts.apply(principal);
        }

        @Override
        public RowFacts rowsOf(AccountId dataOwner) {
          return rows.apply(dataOwner);
        }
      };
    }
  }
}
