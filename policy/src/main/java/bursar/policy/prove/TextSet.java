package bursar.policy.prove;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A set of texts: those that one of several patterns accepts. Where the value of a policy variable is not known, the
 * set is not known either, and then it lies between two: texts in it for certain, and texts that may be in it.
 */
final class TextSet {
  private final List<TextPattern> certain;
  private final List<TextPattern> possible;

  private TextSet(List<TextPattern> certain, List<TextPattern> possible) {
    this.certain = List.copyOf(certain);
    this.possible = List.copyOf(possible);
  }

  /** A set that is known. */
  static TextSet of(List<TextPattern> patterns) {
    return new TextSet(patterns, patterns);
  }

  /** A set that is known in part; marked patterns among the possible ones are taken as written. */
  static TextSet between(List<TextPattern> certain, List<TextPattern> possible) {
    return new TextSet(certain, possible);
  }

  List<TextPattern> certain() {
    return certain;
  }

  List<TextPattern> possible() {
    return possible;
  }

  boolean isEverything() {
    return certain.stream().anyMatch(TextPattern::isEverything);
  }

  /** Whether the text, which may hold opening and closing symbols, is in the set for certain. */
  boolean certainlyContains(int[] text) {
    return anyAccepts(certain, text);
  }

  /** Whether the text may be in the set; an unknown value counts only where the text marks it. */
  boolean possiblyContains(int[] text) {
    return anyAccepts(possible, text);
  }

  private static boolean anyAccepts(List<TextPattern> patterns, int[] text) {
    for (TextPattern pattern : patterns) {
      if (accepts(pattern, text)) {
        return true;
      }
    }
    return false;
  }

  static boolean accepts(TextPattern pattern, int[] text) {
    BitSet states = new BitSet(pattern.stateCount());
    pattern.arrive(0, states::set);
    for (int symbol : text) {
      BitSet next = new BitSet(pattern.stateCount());
      for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
        pattern.step(state, symbol, next::set);
      }
      if (next.isEmpty()) {
        return false;
      }
      states = next;
    }
    return states.get(pattern.length());
  }

  /** The characters of a text as symbols. */
  static int[] symbols(String text) {
    return text.codePoints().toArray();
  }

  /** The text that symbols stand for, without those that open and close values. */
  static String text(int[] symbols) {
    int[] characters = Arrays.stream(symbols).filter(symbol -> symbol >= 0).toArray();
    return new String(characters, 0, characters.length);
  }
}
