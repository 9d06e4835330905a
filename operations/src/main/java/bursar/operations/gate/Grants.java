package bursar.operations.gate;

import bursar.domain.accounts.ActionSet;
import bursar.domain.costs.RowKeys;
import bursar.operations.declaration.Need;
import bursar.policy.Decision;
import bursar.policy.Effect;
import bursar.policy.PolicySet;
import bursar.policy.RequestContext;
import bursar.policy.StatementExplanation;
import bursar.policy.StatementReference;
import bursar.policy.residual.Residual;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What policies alone say, as if every other gate were open: the question that the preview of the switch asks. */
public final class Grants {
  private final PolicySet policies;
  private final ActionSet mode;
  private final Caller caller;
  private final RequestContext context;

  /**
   * Asks about one caller.
   *
   * @param policies the caller's policies
   * @param mode which vocabulary decides
   * @param caller who, over which way in, from where and when
   */
  public Grants(PolicySet policies, ActionSet mode, Caller caller) {
    this.policies = policies;
    this.mode = mode;
    this.caller = caller;
    this.context = RequestKeys.of(caller, Map.of());
  }

  /**
   * What policies say of a need.
   *
   * @param allowed whether they give it
   * @param action the action that decided: the need's own, or the legacy permission in its place
   * @param statements the statements that allow it, or that deny it; empty where none has a say
   */
  public record Saying(boolean allowed, String action, List<StatementReference> statements) {
    /** Keeps its own copy of the list. */
    public Saying {
      statements = List.copyOf(statements);
    }
  }

  /** What the caller's policies say of that need on that resource. */
  public Saying of(Need need, String resource) {
    Vocabularies.Answer deciding = Vocabularies.ask(policies, need, mode, caller, resource, context).deciding();
    boolean allowed = deciding.decision() instanceof Decision.Allowed;
    if (!allowed && RowKeys.read(need.action())
        && !Vocabularies.rows(policies, need, mode, caller, resource, context, RowKeys.UNKNOWN_WITH_METRIC).equals(Residual.FALSE)) {
      return new Saying(true, deciding.request().action(), statementsOfRows(deciding));
    }
    return new Saying(allowed, deciding.request().action(), deciding.decision().statements());
  }

  /** The Allow statements about the action, which let some rows of costs be seen. */
  private List<StatementReference> statementsOfRows(Vocabularies.Answer asked) {
    return policies.explain(asked.request()).statements().stream()
        .filter(outcome -> outcome.effect() == Effect.ALLOW && outcome.reference().statement().conditions().stream()
            .anyMatch(condition -> RowKeys.UNKNOWN_WITH_METRIC.contains(condition.key().toLowerCase(Locale.ROOT))))
        .map(StatementExplanation::reference).toList();
  }
}
