package bursar.domain.identity;

import bursar.domain.Failure;
import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.AccountStore;
import bursar.domain.accounts.PasswordHasher;
import bursar.domain.accounts.PasswordRules;
import bursar.domain.accounts.SessionEnding;
import org.jspecify.annotations.Nullable;

/** The rules of users' console passwords. A changed or deleted password ends the user's sessions, the one it was changed in included. */
public final class LoginProfiles {
  private final IdentityStores stores;
  private final IdentityChanges changes;
  private final Users users;
  private final AccountStore accounts;
  private final PasswordHasher hasher;
  private final SessionEnding sessions;

  /** The rules over the stores. */
  public LoginProfiles(
      IdentityStores stores,
      IdentityChanges changes,
      Users users,
      AccountStore accounts,
      PasswordHasher hasher,
      SessionEnding sessions) {
    this.stores = stores;
    this.changes = changes;
    this.users = users;
    this.accounts = accounts;
    this.hasher = hasher;
    this.sessions = sessions;
  }

  /**
   * Lets a user sign in.
   *
   * @throws Failure NoSuchEntity, EntityAlreadyExists, PasswordPolicyViolation
   */
  public LoginProfile create(AccountId account, String userName, String password, boolean resetRequired) {
    checkPassword(account, password);
    String hash = hasher.hash(password);
    return changes.change(account, () -> {
      User user = users.get(account, userName);
      if (stores.users().loginProfile(user.id()).isPresent()) {
        throw new Failure("EntityAlreadyExists", "Login Profile for user " + user.name() + " already exists.");
      }
      LoginProfile profile = new LoginProfile(user.id(), hash, changes.now(), resetRequired);
      stores.users().putLoginProfile(profile);
      return profile;
    });
  }

  /**
   * The user's login profile.
   *
   * @throws Failure NoSuchEntity when there is no such user, or no profile
   */
  public LoginProfile get(AccountId account, String userName) {
    return of(users.get(account, userName));
  }

  private LoginProfile of(User user) {
    return stores.users().loginProfile(user.id())
        .orElseThrow(() -> new Failure("NoSuchEntity", "Login Profile for User " + user.name() + " cannot be found."));
  }

  /**
   * Gives a user another password, or another duty to change it; null keeps the present one.
   *
   * @throws Failure NoSuchEntity, PasswordPolicyViolation
   */
  public void update(AccountId account, String userName, @Nullable String password, @Nullable Boolean resetRequired) {
    if (password != null) {
      checkPassword(account, password);
    }
    String hash = password == null ? null : hasher.hash(password);
    changes.change(account, () -> {
      User user = users.get(account, userName);
      LoginProfile before = of(user);
      stores.users().putLoginProfile(
          new LoginProfile(
              user.id(),
              hash == null ? before.passwordHash() : hash,
              before.created(),
              resetRequired == null ? before.resetRequired() : resetRequired));
      if (hash != null) {
        sessions.endAll(account, user.id());
      }
    });
  }

  /**
   * Takes a user's way into the console away.
   *
   * @throws Failure NoSuchEntity
   */
  public void delete(AccountId account, String userName) {
    changes.change(account, () -> {
      User user = users.get(account, userName);
      var unused = of(user);
      stores.users().deleteLoginProfile(user.id());
      sessions.endAll(account, user.id());
    });
  }

  /**
   * Lets a user change the own password.
   *
   * @throws Failure NoSuchEntity when the user has none, AccessDenied when the old one is wrong, PasswordPolicyViolation
   */
  public void changeOwn(User user, String oldPassword, String newPassword) {
    LoginProfile before = of(user);
    if (!hasher.matches(oldPassword, before.passwordHash())) {
      throw new Failure("AccessDenied", "The old password was incorrect.");
    }
    checkPassword(user.account(), newPassword);
    if (oldPassword.equals(newPassword)) {
      throw new Failure(
          "PasswordPolicyViolation", "Password does not conform to the account password policy: it may not be the present password.");
    }
    String hash = hasher.hash(newPassword);
    changes.change(user.account(), () -> {
      stores.users().putLoginProfile(new LoginProfile(user.id(), hash, of(user).created(), false));
      sessions.endAll(user.account(), user.id());
    });
  }

  private void checkPassword(AccountId account, String password) {
    Account of = accounts.find(account).orElseThrow(() -> new Failure("NoSuchEntity", "The account " + account + " cannot be found."));
    PasswordRules.check(password, of.name(), of.email());
  }

  /** Does the slow work of giving somebody this password ahead, outside any transaction. */
  public void prepare(String password) {
    hasher.prepare(password);
  }
}
