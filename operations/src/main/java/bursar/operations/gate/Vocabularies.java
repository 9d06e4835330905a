package bursar.operations.gate;

import bursar.domain.accounts.ActionSet;
import bursar.operations.declaration.Need;
import bursar.policy.AccessRequest;
import bursar.policy.Decision;
import bursar.policy.PolicySet;
import bursar.policy.RequestContext;
import bursar.policy.residual.PartialDecision;
import bursar.policy.residual.Residual;
import bursar.policy.residual.UnknownKeys;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks policies about one need in the vocabularies that have a say, and makes one verdict of the answers.
 *
 * <p>The legacy permissions have a say in the console, and everywhere for billing data that no SDK service offers. With {@code BOTH}, an
 * explicit deny in either denies, otherwise an allow in either allows. With {@code LEGACY}, the legacy permissions must allow where they have
 * a say; an explicit deny of the action itself still denies. With {@code FINE_GRAINED}, the action alone decides.
 */
final class Vocabularies {
  private Vocabularies() {}

  /** One question that was put to the policies, and the answer. */
  record Answer(AccessRequest request, Decision decision) {}

  /** The verdict: the answer that decided, and all that were heard. */
  record Verdict(Answer deciding, List<Answer> heard) {
    boolean allows() {
      return deciding.decision() instanceof Decision.Allowed;
    }
  }

  static Verdict ask(PolicySet policies, Need need, ActionSet mode, Caller caller, String resource, RequestContext context) {
    Answer own = answer(policies, need.action(), caller, resource, context);
    if (!legacyHasSay(need, mode, caller)) {
      return new Verdict(own, List.of(own));
    }
    List<Answer> legacy = new ArrayList<>();
    for (String action : need.legacyActions()) {
      legacy.add(answer(policies, action, caller, "*", context));
    }
    List<Answer> heard = new ArrayList<>();
    heard.add(own);
    heard.addAll(legacy);
    for (Answer answer : heard) {
      if (answer.decision() instanceof Decision.ExplicitlyDenied) {
        return new Verdict(answer, heard);
      }
    }
    if (mode == ActionSet.BOTH && own.decision() instanceof Decision.Allowed) {
      return new Verdict(own, heard);
    }
    for (Answer answer : legacy) {
      if (!(answer.decision() instanceof Decision.Allowed)) {
        return new Verdict(mode == ActionSet.LEGACY ? answer : own, heard);
      }
    }
    return new Verdict(legacy.getFirst(), heard);
  }

  /**
   * The rows for which the policies say yes, as a formula over what is unknown of them: the same verdict as {@link #ask}, for every row at
   * once.
   */
  static Residual rows(PolicySet policies, Need need, ActionSet mode, Caller caller, String resource, RequestContext context,
      UnknownKeys unknown) {
    AccessRequest own = new AccessRequest(caller.principal().arn(), need.action(), resource, context);
    Residual allowed = PartialDecision.of(policies, own, unknown).residual();
    if (!legacyHasSay(need, mode, caller)) {
      return allowed;
    }
    List<Residual> legacy = new ArrayList<>();
    List<Residual> needed = new ArrayList<>();
    needed.add(PartialDecision.notDenied(policies, own, unknown));
    for (String action : need.legacyActions()) {
      AccessRequest request = new AccessRequest(caller.principal().arn(), action, "*", context);
      legacy.add(PartialDecision.of(policies, request, unknown).residual());
      needed.add(PartialDecision.notDenied(policies, request, unknown));
    }
    Residual byLegacy = Residual.all(legacy);
    needed.add(mode == ActionSet.LEGACY ? byLegacy : Residual.any(List.of(allowed, byLegacy)));
    return Residual.all(needed);
  }

  private static boolean legacyHasSay(Need need, ActionSet mode, Caller caller) {
    return !need.legacyActions().isEmpty() && mode != ActionSet.FINE_GRAINED
        && (need.legacyReach() == Need.LegacyReach.EVERYWHERE || caller.surface() == Caller.Surface.CONSOLE);
  }

  private static Answer answer(PolicySet policies, String action, Caller caller, String resource, RequestContext context) {
    AccessRequest request = new AccessRequest(caller.principal().arn(), action, resource, context);
    return new Answer(request, policies.evaluate(request));
  }
}
