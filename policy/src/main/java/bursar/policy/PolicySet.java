package bursar.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * The policies that apply to one principal, read and indexed once. Immutable and safe for any number of threads; the
 * same request always gets the same decision.
 */
public final class PolicySet {
  private static final Decision NOT_ALLOWED = new Decision.ImplicitlyDenied(PolicyKind.IDENTITY);

  private final List<CompiledStatement> statements;
  private final StatementIndex allows;
  private final StatementIndex denies;

  private PolicySet(List<CompiledStatement> statements) {
    this.statements = List.copyOf(statements);
    this.allows = new StatementIndex(withEffect(statements, Effect.ALLOW));
    this.denies = new StatementIndex(withEffect(statements, Effect.DENY));
  }

  /**
   * A set of identity-based policies: the principal's own and its groups'.
   *
   * @throws IllegalArgumentException when a policy is of another kind
   */
  public static PolicySet of(List<AttachedPolicy> identityPolicies) {
    List<CompiledStatement> statements = new ArrayList<>();
    for (AttachedPolicy policy : identityPolicies) {
      if (policy.document().kind() != PolicyKind.IDENTITY) {
        throw new IllegalArgumentException(
            "Policy " + policy.name() + " is " + policy.document().kind().nounWithArticle()
                + ", and only identity-based policies are attached to an identity.");
      }
      boolean variables = policy.document().effectiveVersion().hasVariables();
      List<Statement> written = policy.document().statements();
      for (int index = 0; index < written.size(); index++) {
        Statement statement = written.get(index);
        StatementReference reference =
            new StatementReference(
                policy, index, statement.sid(), statement.position().line(), statement.position().column());
        statements.add(new CompiledStatement(reference, statement, variables));
      }
    }
    return new PolicySet(statements);
  }

  private static List<CompiledStatement> withEffect(List<CompiledStatement> statements, Effect effect) {
    return statements.stream().filter(statement -> statement.reference.statement().effect() == effect).toList();
  }

  /** What the policies say of a request: any matching Deny, else any matching Allow, else no. */
  public Decision evaluate(AccessRequest request) {
    List<StatementReference> denying = denies.matching(request);
    if (!denying.isEmpty()) {
      return new Decision.ExplicitlyDenied(denying);
    }
    List<StatementReference> allowing = allows.matching(request);
    return allowing.isEmpty() ? NOT_ALLOWED : new Decision.Allowed(allowing);
  }

  /** The decision and, for every statement, whether it matched and if not, which of its elements missed and by what. */
  public Explanation explain(AccessRequest request) {
    return Explanation.of(request, evaluate(request), statements);
  }
}
