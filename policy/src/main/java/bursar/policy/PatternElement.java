package bursar.policy;

import java.util.List;

/**
 * An Action, NotAction, Resource or NotResource element.
 *
 * @param negated whether it is the Not form
 * @param patterns what is written; an empty list matches nothing, in the Not form too
 */
public record PatternElement(boolean negated, List<Located> patterns) {
  /** Keeps a copy of the list. */
  public PatternElement {
    patterns = List.copyOf(patterns);
  }

  /** The patterns' texts in order. */
  public List<String> texts() {
    return patterns.stream().map(Located::text).toList();
  }
}
