package bursar.operations.ce;

import bursar.domain.accounts.AccountId;
import java.util.Optional;

/** Names accounts that the cost data leaves nameless. */
@FunctionalInterface
public interface LinkedAccountNames {
  /**
   * The name of an account of that payer's organization.
   *
   * @param accountId as cost data writes it
   */
  Optional<String> nameOf(AccountId payer, String accountId);
}
