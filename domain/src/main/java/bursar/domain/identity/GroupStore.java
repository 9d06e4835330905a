package bursar.domain.identity;

import bursar.domain.accounts.AccountId;
import java.util.List;
import java.util.Optional;

/** Keeps groups and who is in them. Writes join the open transaction. Promised: a name is unique in its account, ignoring case. */
public interface GroupStore {
  /** Keeps a new group. */
  void insert(Group group);

  /** The group of that name, ignoring case. */
  Optional<Group> find(AccountId account, String name);

  /** Groups whose path begins so, in the order of {@link Names#key}, one more than the page holds if there are more. */
  List<Group> list(AccountId account, String pathPrefix, PageRequest page);

  /** How many groups the account has. */
  int count(AccountId account);

  /** Gives a group another name or path. */
  void rename(Group group, String newName, String newPath);

  /** Forgets the group. Everything that hangs on it must be gone. */
  void delete(Group group);

  /** Puts a user into a group; nothing changes when it is there already. */
  void addMember(Group group, User user);

  /** Takes a user out of a group; false when it was not there. */
  boolean removeMember(Group group, User user);

  /** The users in a group, in the order of {@link Names#key}, one more than the page holds if there are more. */
  List<User> members(Group group, PageRequest page);

  /** The groups a user is in, in the order of {@link Names#key}, one more than the page holds if there are more. */
  List<Group> groupsOf(User user, PageRequest page);
}
