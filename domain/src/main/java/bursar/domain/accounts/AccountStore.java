package bursar.domain.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps accounts. Writes join the open transaction.
 *
 * <p>Promised: an id, an e-mail address (ignoring case) and an alias belong to one account. Not promised: any check of form.
 */
public interface AccountStore {
  /**
   * Keeps a new account.
   *
   * @param rootPasswordHash the hash of its owner's password; null when the owner has none
   */
  void insert(Account account, @Nullable String rootPasswordHash);

  /** The account with the id. */
  Optional<Account> find(AccountId id);

  /** The account whose owner has the address, ignoring case. */
  Optional<Account> findByEmail(String email);

  /** The account with the alias. */
  Optional<Account> findByAlias(String alias);

  /** Every account, by id. */
  List<Account> list();

  /** Whether no account exists yet. */
  boolean isEmpty();

  /** The version of an account, 0 when there is no such account: one read of one row. */
  long version(AccountId id);

  /** Makes everything read under the account's present version stale. */
  void bumpVersion(AccountId id);

  /** Gives the account an alias, or takes it away with null. */
  void updateAlias(AccountId id, @Nullable String alias);

  /** Turns the switch. */
  void updateBillingAccess(AccountId id, BillingAccess access);

  /** Chooses the vocabulary of billing permissions. */
  void updateActionSet(AccountId id, ActionSet actionSet);

  /** The hash of the owner's password, empty when there is no such account, or it has none. */
  Optional<String> rootPasswordHash(AccountId id);

  /** Replaces the hash of the owner's password. */
  void updateRootPasswordHash(AccountId id, String hash);

  /** When the owner last signed in with the password. */
  Optional<Instant> rootPasswordLastUsed(AccountId id);

  /** Notes that the owner signed in with the password. */
  void updateRootPasswordLastUsed(AccountId id, Instant at);
}
