package bursar.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What one statement had to say about a request.
 *
 * @param reference the statement
 * @param decision what all policies together decide
 * @param deciding whether it is one of those the decision rests on
 * @param misses the elements that did not fit; empty when the statement matched
 */
public record StatementExplanation(StatementReference reference, Decision decision, boolean deciding, List<Miss> misses) {
  private static final int PRINCIPAL_WEIGHT = 10_000;
  private static final int ACTION_WEIGHT = 1_000;
  private static final int RESOURCE_WEIGHT = 100;
  private static final int OTHER_EFFECT = 1_000_000;

  /** Whether every element of the statement fits the request. */
  public boolean matched() {
    return misses.isEmpty();
  }

  /** What the statement does where it matches. */
  public Effect effect() {
    return reference.statement().effect();
  }

  /** The whole story as one sentence. */
  public String reason() {
    String verb = effect() == Effect.ALLOW ? "allow" : "deny";
    String name = reference.describe();
    String subject = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    if (matched()) {
      return subject + (effect() == Effect.ALLOW ? " allows" : " denies") + " the request" + (deciding ? "." : aside());
    }
    return subject + " does not " + verb + " the request, because "
        + misses.stream().map(Miss::clause).collect(Collectors.joining(", and ")) + ".";
  }

  /** Why a statement that matches did not decide. */
  private String aside() {
    return switch (decision) {
      case Decision.ExplicitlyDenied _ -> ", but an explicit deny elsewhere wins.";
      case Decision.ImplicitlyDenied denied -> ", but no Allow is found in " + denied.gate().describe() + ".";
      case Decision.Allowed _ ->
          switch (reference.policy().document().kind()) {
            case IDENTITY, RESOURCE, TRUST -> ", but another statement grants it.";
            case PERMISSIONS_BOUNDARY, SESSION, SERVICE_CONTROL, RESOURCE_CONTROL -> ", which lets it pass and grants nothing.";
          };
    };
  }

  /** How far the statement is from mattering: 0 for deciding ones, then by what missed, near misses first. */
  int distance(Effect wanted) {
    if (deciding) {
      return -2;
    }
    if (matched()) {
      return -1;
    }
    int distance = effect() == wanted ? 0 : OTHER_EFFECT;
    for (Miss miss : misses) {
      distance +=
          switch (miss) {
            case Miss.OfPrincipal principal -> PRINCIPAL_WEIGHT;
            case Miss.OfAction action -> sharesService(action) ? ACTION_WEIGHT : 2 * ACTION_WEIGHT;
            case Miss.OfResource resource -> RESOURCE_WEIGHT;
            case Miss.OfCondition condition -> 1;
          };
    }
    return distance;
  }

  private static boolean sharesService(Miss.OfAction miss) {
    int colon = miss.action().indexOf(':');
    if (colon < 0) {
      return false;
    }
    for (Located pattern : miss.written().patterns()) {
      if (pattern.text().regionMatches(true, 0, miss.action(), 0, colon + 1)) {
        return true;
      }
    }
    return false;
  }
}
