package bursar.policy.prove;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which statements have an action in common, so that a question about one may forget the others. */
final class ActionOverlap {
  private static final Bindings NONE = Bindings.of(Map.of(), Set.of());

  private final Map<Source, List<Literal>> literals = new HashMap<>();
  private final Candidate.Memory memory = new Candidate.Memory();

  /** Whether the two may match the same action; true when that could not be found out. */
  boolean shared(Source one, Source other) {
    List<Literal> first = actionOf(one);
    List<Literal> second = actionOf(other);
    if (first.isEmpty() || second.isEmpty()) {
      return true;
    }
    Candidate candidate = Candidate.any(NONE, memory).with(first);
    return (candidate != null && candidate.with(second) != null) || memory.gaveUp();
  }

  private List<Literal> actionOf(Source source) {
    return literals.computeIfAbsent(
        source,
        statement ->
            Clause.of(statement, NONE).literals().stream()
                .filter(literal -> literal instanceof Literal.OfPart part && part.part() == Literal.Part.ACTION)
                .toList());
  }
}
