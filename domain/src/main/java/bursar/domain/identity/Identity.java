package bursar.domain.identity;

import bursar.domain.Transactions;
import bursar.domain.accounts.AccountStore;
import bursar.domain.accounts.PasswordHasher;
import bursar.domain.accounts.SessionEnding;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * The rules of identities, each in its own part, over one set of stores.
 *
 * @param users the rules of users
 * @param groups the rules of groups
 * @param loginProfiles the rules of console passwords
 * @param accessKeys the rules of access keys
 * @param inlinePolicies the rules of inline policies
 * @param managedPolicies the rules of managed policies
 * @param attachments the rules of attaching them
 */
public record Identity(
    Users users,
    Groups groups,
    LoginProfiles loginProfiles,
    AccessKeys accessKeys,
    InlinePolicies inlinePolicies,
    ManagedPolicies managedPolicies,
    Attachments attachments) {

  /**
   * Puts the rules together.
   *
   * @param guard looks at every change before it is stored
   */
  public static Identity over(
      IdentityStores stores,
      AccountStore accounts,
      Transactions transactions,
      PasswordHasher hasher,
      SecretBox box,
      PolicyDocuments documents,
      SessionEnding sessions,
      ChangeGuard guard,
      RandomGenerator random,
      InstantSource clock) {
    IdentityChanges changes = new IdentityChanges(transactions, accounts, guard, clock);
    UniqueIds ids = new UniqueIds(random);
    Users users = new Users(stores, changes, ids, sessions);
    ManagedPolicies policies = new ManagedPolicies(stores, changes, ids, documents);
    return new Identity(
        users,
        new Groups(stores, changes, ids, users),
        new LoginProfiles(stores, changes, users, accounts, hasher, sessions),
        new AccessKeys(stores, changes, transactions, ids, box),
        new InlinePolicies(stores, changes, documents),
        policies,
        new Attachments(stores, changes, policies));
  }
}
