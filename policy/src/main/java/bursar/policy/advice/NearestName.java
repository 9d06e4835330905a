package bursar.policy.advice;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one most probably means. */
final class NearestName {
  private static final int FARTHEST = 4;
  private static final int LONGEST = 100;

  private NearestName() {}

  /** The nearest of all known names, ignoring case, if it is at most {@value #FARTHEST} letters away. */
  static Optional<String> among(String name, Collection<String> known) {
    return within(name, known, FARTHEST);
  }

  /** The nearest of all known names, ignoring case, if it is at most that many letters away. */
  static Optional<String> within(String name, Collection<String> known, int farthest) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    String nearest = null;
    int least = farthest + 1;
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
