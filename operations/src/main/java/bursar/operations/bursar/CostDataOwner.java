package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.costs.CostImport;
import bursar.operations.declaration.MemberRule;
import bursar.operations.gate.Authorized;
import bursar.operations.gate.Principal;
import org.jspecify.annotations.Nullable;

/** Whose cost data a call is about: the caller's own account's, or the one the operator names. */
final class CostDataOwner {
  /** The rule for a data set's name. */
  static final MemberRule DATA_SET = MemberRule.optional("DataSet").matching("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}");

  /** The rule for the account that an operator names. */
  static final MemberRule ACCOUNT_ID = MemberRule.optional("AccountId").matching("\\d{12}");

  private CostDataOwner() {}

  /**
   * The owner.
   *
   * @param named the account a request names; the operator must, and anybody else may name only the own one
   * @throws Failure {@code ValidationException}
   */
  static AccountId of(Authorized<?> call, @Nullable String named, Accounts accounts) {
    if (call.caller().principal() instanceof Principal.Operator) {
      if (named == null) {
        throw new Failure("ValidationException", "Say with AccountId whose cost data is meant.");
      }
      return accounts.get(new AccountId(named)).id();
    }
    if (named != null && !named.equals(call.account().digits())) {
      throw new Failure("ValidationException", "AccountId is for the operator of this server; leave it out to mean your own account.");
    }
    return call.account();
  }

  /** The data set's name. */
  static String dataSet(@Nullable String named) {
    return named == null ? CostImport.DEFAULT_DATA_SET : named;
  }
}
