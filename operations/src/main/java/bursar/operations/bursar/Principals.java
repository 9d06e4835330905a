package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.identity.PageRequest;
import bursar.domain.identity.Tag;
import bursar.domain.identity.User;
import bursar.domain.identity.Users;
import bursar.operations.gate.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the principals of an account as callers would be. */
final class Principals {
  private final Users users;

  Principals(Users users) {
    this.users = users;
  }

  /** Every user of the account, by name. */
  List<Principal.IamUser> usersOf(AccountId account) {
    return users.list(account, null, PageRequest.EVERYTHING).items().stream().map(this::principal).toList();
  }

  /**
   * The principal of that ARN in the account: its root user or one of its users.
   *
   * @throws Failure {@code NoSuchEntity} when the account has no such principal, whatever other accounts have
   */
  Principal.OfAccount find(AccountId account, String arn) {
    if (arn.equals(Account.rootArn(account))) {
      return new Principal.Root(account);
    }
    String prefix = "arn:aws:iam::" + account + ":user/";
    if (arn.startsWith(prefix)) {
      String name = arn.substring(arn.lastIndexOf('/') + 1);
      try {
        User user = users.get(account, name);
        if (user.arn().equals(arn)) {
          return principal(user);
        }
      } catch (Failure noSuchUser) {
        throw unknown(account, arn);
      }
    }
    throw unknown(account, arn);
  }

  private static Failure unknown(AccountId account, String arn) {
    return new Failure("NoSuchEntity", "Account " + account + " has no principal " + arn + ". Give the ARN of its root user or of one of its"
        + " users; other accounts' principals are explained there.");
  }

  private Principal.IamUser principal(User user) {
    Map<String, String> tags = users.tags(user).stream().collect(Collectors.toMap(Tag::key, Tag::value));
    return new Principal.IamUser(user.account(), user.name(), user.path(), user.id(), tags);
  }
}
