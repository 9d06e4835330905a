package bursar.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What policies say of a request. Absence of an Allow is a refusal, and a Deny beats every Allow. */
public sealed interface Decision {
  /** The statements that decided, in the order of the policies; empty when none did. */
  List<StatementReference> statements();

  /** The kind of policy that decided, and its level if it has one; null for the root user, who needs no policy. */
  @Nullable Gate gate();

  /** Whether the request may go on. */
  default boolean isAllowed() {
    return this instanceof Allowed;
  }

  /**
   * A kind of policy as a gate that a request passes or not.
   *
   * @param kind what is asked
   * @param level for service and resource control policies, which level of them; null for the one without a name
   */
  record Gate(PolicyKind kind, @Nullable String level) {
    /** How a sentence names it, such as {@code the service control policies of level Root}. */
    public String describe() {
      return "the " + kind.plural() + (level == null || level.isEmpty() ? "" : " of level " + level);
    }

    static Gate of(StatementReference statement) {
      return new Gate(statement.policy().document().kind(), statement.policy().level());
    }
  }

  /**
   * At least one statement grants the request and none denies it; or the root user of the resource's account asks, who needs
   * no grant.
   *
   * @param statements the Allow statements of identity-based and resource-based policies that grant it: each of them would
   *     do alone where one is enough. Boundaries, session policies, SCPs and RCPs only let pass and are not named
   */
  record Allowed(List<StatementReference> statements) implements Decision {
    /** Keeps a copy of the list. */
    public Allowed {
      statements = Matches.immutable(statements);
    }

    @Override
    public @Nullable Gate gate() {
      return statements.isEmpty() ? null : Gate.of(statements.getFirst());
    }
  }

  /**
   * No statement denies the request and a needed Allow is missing.
   *
   * @param gate the first gate, in AWS's order, that does not let it pass
   */
  record ImplicitlyDenied(Gate gate) implements Decision {
    /** The kind of policy in which an Allow is missing. */
    public PolicyKind lacking() {
      return gate.kind();
    }

    @Override
    public List<StatementReference> statements() {
      return List.of();
    }
  }

  /**
   * At least one statement denies the request.
   *
   * @param statements those that deny it, at least one, of every policy that applies
   */
  record ExplicitlyDenied(List<StatementReference> statements) implements Decision {
    /** Refuses a denial that nothing denies. */
    public ExplicitlyDenied {
      statements = Matches.immutable(statements);
      if (statements.isEmpty()) {
        throw new IllegalArgumentException("An explicit denial names at least one denying statement.");
      }
    }

    @Override
    public Gate gate() {
      return Gate.of(statements.getFirst());
    }
  }
}
