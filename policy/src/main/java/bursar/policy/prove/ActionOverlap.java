package bursar.policy.prove;

import bursar.policy.PatternElement;
import bursar.policy.matching.WildcardPattern;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which statements may have an action in common, so that a question about one may forget the others. */
final class ActionOverlap {
  private static final Bindings NONE = Bindings.of(Map.of(), Set.of());

  private final Map<Source, List<String>> beginnings = new HashMap<>();
  private final Candidate.Memory memory = new Candidate.Memory();

  /**
   * Whether the two may match the same action. It is found out exactly only where variables make it worth while: else a
   * look at how the patterns begin is enough, and the search does the rest.
   */
  boolean shared(Source one, Source other) {
    return beginAlike(beginnings(one), beginnings(other)) && (other.variableKeys().isEmpty() || sharedExactly(one, other));
  }

  private List<String> beginnings(Source source) {
    return beginnings.computeIfAbsent(
        source,
        each -> {
          PatternElement action = each.statement().action();
          return action.negated()
              ? List.of("")
              : action.texts().stream()
                  .map(text -> text.equals("*:*") ? "" : WildcardPattern.of(text).literalPrefix().toLowerCase(Locale.ROOT))
                  .distinct()
                  .toList();
        });
  }

  private static boolean beginAlike(List<String> some, List<String> others) {
    for (String one : some) {
      for (String other : others) {
        if (one.startsWith(other) || other.startsWith(one)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean sharedExactly(Source one, Source other) {
    Candidate candidate = Candidate.any(NONE, memory).with(actionOf(one));
    return (candidate != null && candidate.with(actionOf(other)) != null) || memory.gaveUp();
  }

  private static List<Literal> actionOf(Source source) {
    return source.clause(NONE).literals().stream()
        .filter(literal -> literal instanceof Literal.OfPart part && part.part() == Literal.Part.ACTION)
        .toList();
  }
}
