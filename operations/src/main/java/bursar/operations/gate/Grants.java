package bursar.operations.gate;

import bursar.domain.accounts.ActionSet;
import bursar.operations.declaration.Need;
import bursar.policy.Decision;
import bursar.policy.PolicySet;
import bursar.policy.StatementReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What policies alone would give, if every other gate were open: the question that the preview of the switch asks. */
public final class Grants {
  private Grants() {}

  /**
   * What gives a need.
   *
   * @param action the action that decided: the need's own, or the legacy permission in its place
   * @param statements the statements that allow it
   */
  public record Grant(String action, List<StatementReference> statements) {
    /** Keeps its own copy of the list. */
    public Grant {
      statements = List.copyOf(statements);
    }
  }

  /**
   * What gives the need to that caller, or nothing.
   *
   * @param policies the caller's policies
   * @param mode which vocabulary decides
   * @param caller who, over which way in, from where and when
   * @param resource on what
   */
  public static Optional<Grant> of(PolicySet policies, Need need, ActionSet mode, Caller caller, String resource) {
    Vocabularies.Answer deciding = deciding(policies, need, mode, caller, resource);
    return deciding.decision() instanceof Decision.Allowed allowed
        ? Optional.of(new Grant(deciding.request().action(), allowed.statements()))
        : Optional.empty();
  }

  /** The statements that deny the need to that caller although others may allow it; empty if none does. */
  public static List<StatementReference> denials(PolicySet policies, Need need, ActionSet mode, Caller caller, String resource) {
    return deciding(policies, need, mode, caller, resource).decision() instanceof Decision.ExplicitlyDenied denied
        ? denied.statements()
        : List.of();
  }

  private static Vocabularies.Answer deciding(PolicySet policies, Need need, ActionSet mode, Caller caller, String resource) {
    return Vocabularies.ask(policies, need, mode, caller, resource, RequestKeys.of(caller, Map.of())).deciding();
  }
}
