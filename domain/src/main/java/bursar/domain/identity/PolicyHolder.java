package bursar.domain.identity;

import bursar.domain.accounts.AccountId;

/** What carries policies: a user or a group. */
public sealed interface PolicyHolder {
  /** The holder's unique id. */
  String id();

  /** The holder's name. */
  String name();

  /** The holder's path. */
  String path();

  /** The holder's account. */
  AccountId account();

  /** A user that carries policies. */
  record OfUser(User user) implements PolicyHolder {
    @Override
    public String id() {
      return user.id();
    }

    @Override
    public String name() {
      return user.name();
    }

    @Override
    public String path() {
      return user.path();
    }

    @Override
    public AccountId account() {
      return user.account();
    }
  }

  /** A group that carries policies for its users. */
  record OfGroup(Group group) implements PolicyHolder {
    @Override
    public String id() {
      return group.id();
    }

    @Override
    public String name() {
      return group.name();
    }

    @Override
    public String path() {
      return group.path();
    }

    @Override
    public AccountId account() {
      return group.account();
    }
  }
}
