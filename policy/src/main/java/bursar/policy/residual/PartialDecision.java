package bursar.policy.residual;

import bursar.policy.AccessRequest;
import bursar.policy.Decision;
import bursar.policy.PolicySet;
import bursar.policy.RequestContext;

/** What policies say of a request of which some condition keys are not known yet. */
public sealed interface PartialDecision {
  /**
   * The request is allowed whatever the unknown keys hold.
   *
   * @param whenAbsent the decision with none of them present, which names the statements
   */
  record Allowed(Decision.Allowed whenAbsent) implements PartialDecision {}

  /**
   * The request is denied whatever the unknown keys hold.
   *
   * @param whenAbsent the decision with none of them present, an implicit or explicit denial
   */
  record Denied(Decision whenAbsent) implements PartialDecision {}

  /**
   * It depends on the unknown keys. The formula may still be always or never true for reasons that simplification does not look for, such
   * as a number that would have to be below 1 and above 2.
   *
   * @param residual true exactly where the policies allow; has at least one condition
   */
  record Depends(Residual residual) implements PartialDecision {}

  /** What policies say of a request, as far as the keys that are known tell. */
  static PartialDecision of(PolicySet policies, AccessRequest request, UnknownKeys unknown) {
    RequestContext known = unknown.hiddenIn(request.context());
    AccessRequest asked =
        new AccessRequest(request.principal(), request.action(), request.resource(), request.resourceAccount(), known);
    Residual residual = policies.allowedWhen(asked, new PartialStatements(asked, unknown));
    return switch (residual) {
      case Residual.True _ when policies.evaluate(asked) instanceof Decision.Allowed allowed -> new Allowed(allowed);
      case Residual.True _ -> throw new IllegalStateException("The policies deny a request that their formula always allows: " + asked);
      case Residual.False _ -> new Denied(policies.evaluate(asked));
      case Residual.And _, Residual.Or _, Residual.Not _, OpenCondition _ -> new Depends(residual);
    };
  }

  /** The formula that is true exactly where no policy explicitly denies the request, whether or not one allows it. */
  static Residual notDenied(PolicySet policies, AccessRequest request, UnknownKeys unknown) {
    AccessRequest asked = new AccessRequest(
        request.principal(), request.action(), request.resource(), request.resourceAccount(), unknown.hiddenIn(request.context()));
    return policies.notDeniedWhen(asked, new PartialStatements(asked, unknown));
  }

  /** The formula that is true exactly where the policies allow. */
  default Residual residual() {
    return switch (this) {
      case Allowed _ -> Residual.TRUE;
      case Denied _ -> Residual.FALSE;
      case Depends(Residual residual) -> residual;
    };
  }
}
