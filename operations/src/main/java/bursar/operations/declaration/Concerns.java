package bursar.operations.declaration;

import bursar.domain.accounts.AccountId;

/** An answer that concerns an account the caller does not belong to: its event goes into that account's audit trail. */
public interface Concerns {
  /** The account whose trail keeps the event. */
  AccountId concernedAccount();
}
