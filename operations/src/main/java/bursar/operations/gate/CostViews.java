package bursar.operations.gate;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostFilter;
import bursar.domain.views.BillingView;

/** Views of costs beyond the one that every account has: whose costs, and which rows of them. */
public interface CostViews {
  /** No views but the primary ones. */
  CostViews NONE = (asking, arn) -> {
    throw new Failure("ResourceNotFoundException", "There is no billing view " + arn + " that you may use.");
  };

  /**
   * Whose costs a view shows, and which rows of them.
   *
   * @param dataOwner the account whose imported data it is
   * @param rows the rows the view shows to anybody
   */
  record Scope(AccountId dataOwner, CostFilter rows) {}

  /**
   * What a view shows, for a principal whose own policies let it read the view.
   *
   * @throws Failure ResourceNotFoundException when there is no such view, or it is not shared with the principal
   */
  Scope scope(Principal.OfAccount asking, String viewArn);

  /** Whether an ARN names a billing view other than the account's own primary view. */
  static boolean isAnother(String resource, AccountId account) {
    return BillingView.isArn(resource) && !resource.equals(BillingView.primary(account));
  }
}
