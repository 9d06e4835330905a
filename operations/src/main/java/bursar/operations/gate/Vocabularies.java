package bursar.operations.gate;

import bursar.domain.accounts.ActionSet;
import bursar.operations.declaration.Need;
import bursar.policy.AccessRequest;
import bursar.policy.Decision;
import bursar.policy.PolicySet;
import bursar.policy.RequestContext;
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
    boolean legacyHasSay = !need.legacyActions().isEmpty() && mode != ActionSet.FINE_GRAINED
        && (need.legacyReach() == Need.LegacyReach.EVERYWHERE || caller.surface() == Caller.Surface.CONSOLE);
    if (!legacyHasSay) {
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

  private static Answer answer(PolicySet policies, String action, Caller caller, String resource, RequestContext context) {
    AccessRequest request = new AccessRequest(caller.principal().arn(), action, resource, context);
    return new Answer(request, policies.evaluate(request));
  }
}
