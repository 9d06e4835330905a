package bursar.policy.advice;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the known action that a misspelt one most probably means. */
final class NearestAction {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-";
  private static final int FARTHEST = 4;
  private static final int LONGEST = 100;

  private NearestAction() {}

  /** A known action that differs in one letter: one missing, one too many, one wrong, or two swapped. */
  static Optional<String> oneLetterAway(String action, Predicate<String> known) {
    if (action.length() > LONGEST) {
      return Optional.empty();
    }
    for (int at = 0; at <= action.length(); at++) {
      String head = action.substring(0, at);
      String tail = action.substring(at);
      if (!tail.isEmpty() && known.test(head + tail.substring(1))) {
        return Optional.of(head + tail.substring(1));
      }
      if (tail.length() > 1 && known.test(head + tail.charAt(1) + tail.charAt(0) + tail.substring(2))) {
        return Optional.of(head + tail.charAt(1) + tail.charAt(0) + tail.substring(2));
      }
      for (int index = 0; index < LETTERS.length(); index++) {
        String inserted = head + LETTERS.charAt(index) + tail;
        if (known.test(inserted)) {
          return Optional.of(inserted);
        }
        if (!tail.isEmpty() && known.test(head + LETTERS.charAt(index) + tail.substring(1))) {
          return Optional.of(head + LETTERS.charAt(index) + tail.substring(1));
        }
      }
    }
    return Optional.empty();
  }

  /** The nearest of all known actions, ignoring case, if it is at most {@value #FARTHEST} letters away. */
  static Optional<String> among(String action, Collection<String> known) {
    if (action.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = action.toLowerCase(Locale.ROOT);
    String nearest = null;
    int least = FARTHEST + 1;
    for (String candidate : known) {
      int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT), least);
      if (distance < least || (distance == least && nearest != null && candidate.compareTo(nearest) < 0)) {
        least = distance;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Levenshtein's distance; anything from {@code enough} on may be cut short. */
  private static int distance(String left, String right, int enough) {
    if (Math.abs(left.length() - right.length()) > enough) {
      return Integer.MAX_VALUE;
    }
    int[] above = new int[right.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] here = new int[above.length];
      here[0] = row;
      for (int column = 1; column < here.length; column++) {
        int change = above[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
        here[column] = Math.min(change, 1 + Math.min(above[column], here[column - 1]));
      }
      above = here;
    }
    return above[right.length()];
  }
}
