package bursar.operations.gate;

import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import java.util.Map;

/** Who is calling, once that is proven. */
public sealed interface Principal {

  /** The ARN AWS gives such a principal. */
  String arn();

  /** The id that {@code aws:userid} carries. */
  String userId();

  /** The value of {@code aws:PrincipalType}. */
  String type();

  /** A principal of an account. */
  sealed interface OfAccount extends Principal {
    /** The account it belongs to. */
    AccountId account();
  }

  /**
   * The owner of an account, signed in with e-mail address and password or with a root access key.
   *
   * @param account the account owned
   */
  record Root(AccountId account) implements OfAccount {
    @Override
    public String arn() {
      return Account.rootArn(account);
    }

    @Override
    public String userId() {
      return account.digits();
    }

    @Override
    public String type() {
      return "Account";
    }
  }

  /**
   * An IAM user.
   *
   * @param account the account it belongs to
   * @param name the user's name as it was created
   * @param path the user's path, such as {@code /} or {@code /team/}
   * @param id the unique id, {@code AIDA...}
   * @param tags the user's tags
   */
  record IamUser(AccountId account, String name, String path, String id, Map<String, String> tags) implements OfAccount {
    /** Keeps its own copy of the tags. */
    public IamUser {
      tags = Map.copyOf(tags);
    }

    @Override
    public String arn() {
      return "arn:aws:iam::" + account + ":user" + path + name;
    }

    @Override
    public String userId() {
      return id;
    }

    @Override
    public String type() {
      return "User";
    }
  }

  /** The operator of this server, who proved to hold the token in its data folder. Acts for the server, not for an account. */
  record Operator() implements Principal {
    @Override
    public String arn() {
      return "operator.bursar";
    }

    @Override
    public String userId() {
      return "operator";
    }

    @Override
    public String type() {
      return "Service";
    }
  }

  /** Nobody in particular: no signature, no session. */
  record Anonymous() implements Principal {
    @Override
    public String arn() {
      return "anonymous";
    }

    @Override
    public String userId() {
      return "anonymous";
    }

    @Override
    public String type() {
      return "Anonymous";
    }
  }
}
