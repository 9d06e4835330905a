package bursar.domain.identity;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of IAM groups and of who is in them. Failures carry AWS's codes and wording. */
public final class Groups {
  private final IdentityStores stores;
  private final IdentityChanges changes;
  private final UniqueIds ids;
  private final Users users;

  /** The rules over the stores. */
  public Groups(IdentityStores stores, IdentityChanges changes, UniqueIds ids, Users users) {
    this.stores = stores;
    this.changes = changes;
    this.ids = ids;
    this.users = users;
  }

  /**
   * Makes a group.
   *
   * @param path null for {@code /}
   * @throws Failure ValidationError, EntityAlreadyExists, LimitExceeded
   */
  public Group create(AccountId account, String name, @Nullable String path) {
    Names.checkGroup(name);
    String at = path == null ? "/" : path;
    Names.checkPath(at);
    return changes.change(account, () -> {
      refuseTaken(account, name);
      Quotas.checkOneMore(stores.groups().count(account), "GroupsPerAccount", Quotas.GROUPS_PER_ACCOUNT);
      Group group = new Group(account, ids.group(), name, at, changes.now());
      stores.groups().insert(group);
      return group;
    });
  }

  /**
   * The group of that name, ignoring case.
   *
   * @throws Failure NoSuchEntity
   */
  public Group get(AccountId account, String name) {
    return stores.groups().find(account, name)
        .orElseThrow(() -> new Failure("NoSuchEntity", "The group with name " + name + " cannot be found."));
  }

  /** The group of that name, ignoring case, if there is one. */
  public Optional<Group> find(AccountId account, String name) {
    return stores.groups().find(account, name);
  }

  /** Groups whose path begins so, by name. */
  public Page<Group> list(AccountId account, @Nullable String pathPrefix, PageRequest page) {
    return page.page(stores.groups().list(account, pathPrefix == null ? "/" : pathPrefix, page), group -> Names.key(group.name()));
  }

  /** How many groups the account has. */
  public int count(AccountId account) {
    return stores.groups().count(account);
  }

  /**
   * Gives a group another name or path; null keeps the present one.
   *
   * @throws Failure NoSuchEntity, ValidationError, EntityAlreadyExists
   */
  public Group update(AccountId account, String name, @Nullable String newName, @Nullable String newPath) {
    return changes.change(account, () -> {
      Group group = get(account, name);
      String nameAfter = newName == null ? group.name() : newName;
      String pathAfter = newPath == null ? group.path() : newPath;
      Names.checkGroup(nameAfter);
      Names.checkPath(pathAfter);
      if (!Names.key(nameAfter).equals(Names.key(group.name()))) {
        refuseTaken(account, nameAfter);
      }
      stores.groups().rename(group, nameAfter, pathAfter);
      return get(account, nameAfter);
    });
  }

  /**
   * Deletes an empty group without policies.
   *
   * @throws Failure NoSuchEntity, DeleteConflict
   */
  public void delete(AccountId account, String name) {
    changes.change(account, () -> {
      Group group = get(account, name);
      PolicyHolder holder = new PolicyHolder.OfGroup(group);
      refuseIf(!stores.groups().members(group, new PageRequest(1, null)).isEmpty(), "must remove users from group first.");
      refuseIf(!stores.holdings().attached(holder).isEmpty(), "must detach all policies first.");
      refuseIf(!stores.holdings().inlines(holder).isEmpty(), "must delete policies first.");
      stores.groups().delete(group);
    });
  }

  /** The users in a group, by name. */
  public Page<User> members(AccountId account, String name, PageRequest page) {
    return page.page(stores.groups().members(get(account, name), page), user -> Names.key(user.name()));
  }

  /** The groups a user is in, by name. */
  public Page<Group> groupsOf(AccountId account, String userName, PageRequest page) {
    return page.page(stores.groups().groupsOf(users.get(account, userName), page), group -> Names.key(group.name()));
  }

  /**
   * Puts a user into a group; nothing happens when it is there already.
   *
   * @throws Failure NoSuchEntity, LimitExceeded
   */
  public void addMember(AccountId account, String groupName, String userName) {
    changes.change(account, () -> {
      Group group = get(account, groupName);
      User user = users.get(account, userName);
      var present = stores.groups().groupsOf(user, PageRequest.EVERYTHING);
      if (present.stream().noneMatch(one -> one.id().equals(group.id()))) {
        Quotas.checkOneMore(present.size(), "GroupsPerUser", Quotas.GROUPS_PER_USER);
        stores.groups().addMember(group, user);
      }
    });
  }

  /**
   * Takes a user out of a group.
   *
   * @throws Failure NoSuchEntity when either does not exist
   */
  public void removeMember(AccountId account, String groupName, String userName) {
    changes.change(account, () -> {
      var unused = stores.groups().removeMember(get(account, groupName), users.get(account, userName));
    });
  }

  private void refuseTaken(AccountId account, String name) {
    if (stores.groups().find(account, name).isPresent()) {
      throw new Failure("EntityAlreadyExists", "Group with name " + name + " already exists.");
    }
  }

  private static void refuseIf(boolean inTheWay, String remedy) {
    if (inTheWay) {
      throw new Failure("DeleteConflict", "Cannot delete entity, " + remedy);
    }
  }
}
