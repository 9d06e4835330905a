package bursar.domain.signin;

import bursar.domain.Transactions;
import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.AccountStore;
import bursar.domain.accounts.PasswordHasher;
import bursar.domain.identity.LoginProfile;
import bursar.domain.identity.User;
import bursar.domain.identity.UserStore;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Signing in with a password: the root user by e-mail address, an IAM user by account and name. */
public final class SignIn {
  /** What stands for the name of a user who does not exist, as in CloudTrail: people type passwords where the name belongs. */
  public static final String HIDDEN_NAME = "HIDDEN_DUE_TO_SECURITY_REASONS";

  private static final Pattern ACCOUNT_ID = Pattern.compile("\\d{4}-?\\d{4}-?\\d{4}");
  private static final int PASSWORD_MAX = 128;

  private final AccountStore accounts;
  private final UserStore users;
  private final PasswordHasher hasher;
  private final Sessions sessions;
  private final Attempts attempts;
  private final Transactions transactions;
  private final InstantSource clock;
  /** What passwords are compared with when there is nothing to compare with, so that the work is the same. */
  private final String decoyHash;

  /** The rules over the stores. */
  public SignIn(
      AccountStore accounts,
      UserStore users,
      PasswordHasher hasher,
      Sessions sessions,
      Attempts attempts,
      Transactions transactions,
      InstantSource clock) {
    this.accounts = accounts;
    this.users = users;
    this.hasher = hasher;
    this.sessions = sessions;
    this.attempts = attempts;
    this.transactions = transactions;
    this.clock = clock;
    this.decoyHash = hasher.decoy();
  }

  /**
   * Signs a root user in.
   *
   * @param address where the attempt comes from
   */
  public SignInResult signInRoot(String email, String password, String address) {
    Optional<Account> account = accounts.findByEmail(email);
    Meant meant = new Meant("root:" + email.toLowerCase(Locale.ROOT), account.orElse(null), "root");
    return attempt(meant, address, () -> {
      Optional<String> hash = account.flatMap(one -> accounts.rootPasswordHash(one.id()));
      boolean right = matches(password, hash.orElse(null));
      if (account.isEmpty() || !right) {
        return meant.refused();
      }
      return opened(account.get(), null, null, hash.orElse(""));
    });
  }

  /**
   * Signs an IAM user in.
   *
   * @param accountIdOrAlias twelve digits, with or without hyphens, or an alias
   * @param address where the attempt comes from
   */
  public SignInResult signInUser(String accountIdOrAlias, String userName, String password, String address) {
    Optional<Account> account = account(accountIdOrAlias.strip());
    Optional<User> user = account.flatMap(one -> users.find(one.id(), userName));
    String key = Attempts.userKey(account.map(one -> one.id().digits()).orElse(accountIdOrAlias), userName);
    Meant meant = new Meant(key, account.orElse(null), user.map(User::name).orElse(HIDDEN_NAME));
    return attempt(meant, address, () -> {
      Optional<LoginProfile> profile = user.flatMap(one -> users.loginProfile(one.id()));
      boolean right = matches(password, profile.map(LoginProfile::passwordHash).orElse(null));
      if (account.isEmpty() || user.isEmpty() || profile.isEmpty() || !right) {
        return meant.refused();
      }
      return opened(account.get(), user.get(), profile.get(), profile.get().passwordHash());
    });
  }

  /**
   * Whom an attempt is about.
   *
   * @param key under which its failures are counted
   */
  private record Meant(String key, @Nullable Account account, String userName) {
    SignInResult refused() {
      return new SignInResult.Refused(account, userName);
    }
  }

  private Optional<Account> account(String idOrAlias) {
    if (ACCOUNT_ID.matcher(idOrAlias).matches()) {
      return accounts.find(new AccountId(idOrAlias.replace("-", "")));
    }
    return accounts.findByAlias(idOrAlias.toLowerCase(Locale.ROOT));
  }

  private boolean matches(String password, @Nullable String hash) {
    boolean tooLong = password.length() > PASSWORD_MAX;
    boolean matches = hasher.matches(tooLong ? "" : password, hash == null ? decoyHash : hash);
    return matches && hash != null && !tooLong;
  }

  private interface Attempt {
    SignInResult go();
  }

  private SignInResult attempt(Meant meant, String address, Attempt attempt) {
    String from = Attempts.addressKey(address);
    Duration wait = attempts.begin(List.of(meant.key(), from));
    if (!wait.isZero()) {
      return new SignInResult.MustWait(wait, meant.account(), meant.userName());
    }
    SignInResult result = attempt.go();
    if (result instanceof SignInResult.SignedIn) {
      attempts.succeeded(meant.key(), from);
    }
    return result;
  }

  /** Opens the session, unless the password was changed or taken away while it was being checked. */
  private SignInResult opened(Account account, @Nullable User user, @Nullable LoginProfile profile, String checkedHash) {
    return transactions.inTransaction(() -> {
      Optional<String> hashNow =
          user == null ? accounts.rootPasswordHash(account.id()) : users.loginProfile(user.id()).map(LoginProfile::passwordHash);
      if (!hashNow.equals(Optional.of(checkedHash))) {
        return new SignInResult.Refused(account, user == null ? "root" : user.name());
      }
      if (user == null) {
        accounts.updateRootPasswordLastUsed(account.id(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
      } else {
        users.updatePasswordLastUsed(user.id(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
      }
      OpenedSession opened = sessions.open(account.id(), user == null ? null : user.id());
      return new SignInResult.SignedIn(account, user, profile != null && profile.resetRequired(), opened);
    });
  }
}
