package bursar.policy.prove;

import bursar.policy.AccessRequest;
import bursar.policy.Condition;
import bursar.policy.PatternElement;
import bursar.policy.StatementReference;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a change of policies allows that was not allowed before, and the other way round.
 *
 * @param newlyAllowed one entry for each action pattern of an Allow that now brings something
 * @param newlyDenied one entry for each action pattern of an Allow that no longer does
 * @param undecided for what could not be decided, the reasons
 */
public record Difference(List<Change> newlyAllowed, List<Change> newlyDenied, List<String> undecided) {
  /** Keeps copies of the lists. */
  public Difference {
    newlyAllowed = List.copyOf(newlyAllowed);
    newlyDenied = List.copyOf(newlyDenied);
    undecided = List.copyOf(undecided);
  }

  /** Whether it is proved that both policies allow the same. */
  public boolean isNone() {
    return newlyAllowed.isEmpty() && newlyDenied.isEmpty() && undecided.isEmpty();
  }

  /**
   * Some of the requests that an Allow matches and that are decided otherwise now.
   *
   * @param statement the Allow, in the policies that do allow
   * @param action the action pattern; for a NotAction, {@code all but} and the patterns
   * @param resource the statement's resource patterns; for a NotResource, {@code all but} and the patterns
   * @param conditions the statement's conditions
   * @param example one of the requests; the evaluator has confirmed it
   */
  public record Change(
      StatementReference statement, String action, String resource, List<Condition> conditions, AccessRequest example) {
    /** Keeps a copy of the list. */
    public Change {
      conditions = List.copyOf(conditions);
    }

    static String words(PatternElement element) {
      return (element.negated() ? "all but " : "") + element.texts().stream().collect(Collectors.joining(", "));
    }
  }
}
