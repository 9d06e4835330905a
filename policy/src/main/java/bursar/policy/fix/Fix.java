package bursar.policy.fix;

import bursar.policy.AttachedPolicy;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A change that turns a decision round. Proven: with all of its edits the decision is the other one, and with any of them left out it
 * is not.
 *
 * @param edits what to do, all of it; at least one
 * @param policies all policies as they are afterwards, without those that are detached; new ones last
 */
public record Fix(List<Edit> edits, List<AttachedPolicy> policies) {
  /** Keeps copies of the lists. */
  public Fix {
    edits = List.copyOf(edits);
    policies = List.copyOf(policies);
  }

  /** How many other requests it concerns too: a number to compare by, 0 for none but requests like this. */
  public int breadth() {
    return edits.stream().mapToInt(Edit::breadth).sum();
  }

  /** What to do; where it is several things, they are numbered. */
  public String sentence() {
    return edits.size() == 1
        ? edits.getFirst().instruction()
        : "Do all of these. " + IntStream.range(0, edits.size())
            .mapToObj(index -> (index + 1) + ": " + edits.get(index).instruction())
            .collect(Collectors.joining(" "));
  }
}
