package bursar.domain.identity;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.SessionEnding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of IAM users. Failures carry AWS's codes and wording. */
public final class Users {
  private final IdentityStores stores;
  private final IdentityChanges changes;
  private final UniqueIds ids;
  private final SessionEnding sessions;

  /** The rules over the stores. */
  public Users(IdentityStores stores, IdentityChanges changes, UniqueIds ids, SessionEnding sessions) {
    this.stores = stores;
    this.changes = changes;
    this.ids = ids;
    this.sessions = sessions;
  }

  /**
   * Makes a user.
   *
   * @param path null for {@code /}
   * @throws Failure ValidationError, InvalidInput, EntityAlreadyExists, LimitExceeded
   */
  public User create(AccountId account, String name, @Nullable String path, List<Tag> tags) {
    Names.checkUser(name);
    String at = path == null ? "/" : path;
    Names.checkPath(at);
    List<Tag> kept = Tags.OF_USER.set(List.of(), tags);
    return changes.change(account, () -> {
      refuseTaken(account, name);
      Quotas.checkOneMore(stores.users().count(account), "UsersPerAccount", Quotas.USERS_PER_ACCOUNT);
      User user = new User(account, ids.user(), name, at, changes.now(), null);
      stores.users().insert(user);
      stores.tags().replace(user.id(), kept);
      return user;
    });
  }

  /**
   * The user of that name, ignoring case.
   *
   * @throws Failure NoSuchEntity
   */
  public User get(AccountId account, String name) {
    return stores.users().find(account, name)
        .orElseThrow(() -> new Failure("NoSuchEntity", "The user with name " + name + " cannot be found."));
  }

  /** The user of that name, ignoring case, if there is one. */
  public Optional<User> find(AccountId account, String name) {
    return stores.users().find(account, name);
  }

  /** The user with the id. */
  public Optional<User> findById(AccountId account, String userId) {
    return stores.users().findById(account, userId);
  }

  /** Users whose path begins so, by name. */
  public Page<User> list(AccountId account, @Nullable String pathPrefix, PageRequest page) {
    return page.page(stores.users().list(account, pathPrefix == null ? "/" : pathPrefix, page), user -> Names.key(user.name()));
  }

  /** How many users the account has. */
  public int count(AccountId account) {
    return stores.users().count(account);
  }

  /**
   * Gives a user another name or path; null keeps the present one.
   *
   * @throws Failure NoSuchEntity, ValidationError, EntityAlreadyExists
   */
  public User update(AccountId account, String name, @Nullable String newName, @Nullable String newPath) {
    return changes.change(account, () -> {
      User user = get(account, name);
      String nameAfter = newName == null ? user.name() : newName;
      String pathAfter = newPath == null ? user.path() : newPath;
      Names.checkUser(nameAfter);
      Names.checkPath(pathAfter);
      if (!Names.key(nameAfter).equals(Names.key(user.name()))) {
        refuseTaken(account, nameAfter);
      }
      stores.users().rename(user, nameAfter, pathAfter);
      return get(account, nameAfter);
    });
  }

  /**
   * Deletes a user that nothing hangs on any more, and ends its sessions.
   *
   * @throws Failure NoSuchEntity, DeleteConflict
   */
  public void delete(AccountId account, String name) {
    changes.change(account, () -> {
      User user = get(account, name);
      PolicyHolder holder = new PolicyHolder.OfUser(user);
      refuseIf(!stores.holdings().attached(holder).isEmpty(), "must detach all policies first.");
      refuseIf(!stores.holdings().inlines(holder).isEmpty(), "must delete policies first.");
      refuseIf(!stores.keys().listOf(account, user.id()).isEmpty(), "must delete access keys first.");
      refuseIf(stores.users().loginProfile(user.id()).isPresent(), "must delete login profile first.");
      refuseIf(!stores.groups().groupsOf(user, PageRequest.EVERYTHING).isEmpty(), "must remove users from group first.");
      stores.tags().replace(user.id(), List.of());
      sessions.endAll(account, user.id());
      stores.users().delete(user);
    });
  }

  /** The user's tags, by key. */
  public List<Tag> tags(AccountId account, String name) {
    return stores.tags().tags(get(account, name).id());
  }

  /** The tags of a user already found, by key. */
  public List<Tag> tags(User user) {
    return stores.tags().tags(user.id());
  }

  /** Sets tags on a user. */
  public void tag(AccountId account, String name, List<Tag> tags) {
    changes.change(account, () -> {
      User user = get(account, name);
      stores.tags().replace(user.id(), Tags.OF_USER.set(stores.tags().tags(user.id()), tags));
    });
  }

  /** Takes tags off a user. */
  public void untag(AccountId account, String name, List<String> keys) {
    changes.change(account, () -> {
      User user = get(account, name);
      stores.tags().replace(user.id(), Tags.OF_USER.without(stores.tags().tags(user.id()), keys));
    });
  }

  private void refuseTaken(AccountId account, String name) {
    if (stores.users().find(account, name).isPresent()) {
      throw new Failure("EntityAlreadyExists", "User with name " + name + " already exists.");
    }
  }

  private static void refuseIf(boolean inTheWay, String remedy) {
    if (inTheWay) {
      throw new Failure("DeleteConflict", "Cannot delete entity, " + remedy);
    }
  }
}
