package bursar.policy;

import java.util.List;

/** What policies say of a request. Absence of an Allow is a refusal, and a Deny beats every Allow. */
public sealed interface Decision {
  /** The statements that decided, in the order of the policies; empty when none did. */
  List<StatementReference> statements();

  /** Whether the request may go on. */
  default boolean isAllowed() {
    return this instanceof Allowed;
  }

  /**
   * At least one statement allows the request and none denies it.
   *
   * @param statements those that allow it
   */
  record Allowed(List<StatementReference> statements) implements Decision {
    /** Keeps a copy of the list. */
    public Allowed {
      statements = List.copyOf(statements);
    }
  }

  /**
   * No statement denies the request and none allows it.
   *
   * @param lacking the kind of policy in which an Allow is missing
   */
  record ImplicitlyDenied(PolicyKind lacking) implements Decision {
    @Override
    public List<StatementReference> statements() {
      return List.of();
    }
  }

  /**
   * At least one statement denies the request.
   *
   * @param statements those that deny it, at least one
   */
  record ExplicitlyDenied(List<StatementReference> statements) implements Decision {
    /** Refuses a denial that nothing denies. */
    public ExplicitlyDenied {
      statements = List.copyOf(statements);
      if (statements.isEmpty()) {
        throw new IllegalArgumentException("An explicit denial names at least one denying statement.");
      }
    }
  }
}
