package bursar.domain.views;

import bursar.domain.accounts.AccountId;
import java.util.List;
import java.util.Optional;

/** Keeps custom billing views. Writes join the open transaction. Promised: an ARN is that of one view. */
public interface BillingViewStore {
  /** The view with the ARN. */
  Optional<BillingView> find(String arn);

  /** The views of an account, by ARN. */
  List<BillingView> ofOwner(AccountId owner);

  /** Keeps a view, in the place of what its ARN meant before. */
  void put(BillingView view);

  /** Forgets a view. */
  void delete(String arn);
}
