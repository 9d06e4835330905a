package bursar.domain.identity;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps users and their login profiles. Writes join the open transaction. Promised: a name is unique in its account, ignoring case. */
public interface UserStore {
  /** Keeps a new user. */
  void insert(User user);

  /** The user of that name, ignoring case. */
  Optional<User> find(AccountId account, String name);

  /** The user with the id. */
  Optional<User> findById(AccountId account, String id);

  /** Users whose path begins so, in the order of {@link Names#key}, one more than the page holds if there are more. */
  List<User> list(AccountId account, String pathPrefix, PageRequest page);

  /** How many users the account has. */
  int count(AccountId account);

  /** Gives a user another name or path. */
  void rename(User user, String newName, String newPath);

  /** Notes that the user signed in with the password. */
  void updatePasswordLastUsed(String userId, Instant at);

  /** Forgets the user. Everything that hangs on it must be gone. */
  void delete(User user);

  /** Keeps a login profile, in place of the one there was. */
  void putLoginProfile(LoginProfile profile);

  /** The user's login profile. */
  Optional<LoginProfile> loginProfile(String userId);

  /** Forgets the user's login profile. */
  void deleteLoginProfile(String userId);
}
