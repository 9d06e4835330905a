package bursar.domain.identity;

import bursar.domain.accounts.AccountId;

/** Looks at an account's identities as a change would leave them, before the change is stored. */
@FunctionalInterface
public interface ChangeGuard {
  /** A guard that lets every change pass. */
  ChangeGuard NONE = account -> {};

  /**
   * Refuses what must not be. It runs inside the change's transaction, after its work: what it throws undoes the change.
   *
   * @throws bursar.domain.Failure AccessDenied, with the reason
   */
  void check(AccountId account);
}
