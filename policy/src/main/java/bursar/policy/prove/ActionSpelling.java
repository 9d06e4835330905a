package bursar.policy.prove;

import java.util.List;
import java.util.Locale;

/** Gives an action the capitals that policies write it with; case does not matter to anybody but the reader. */
final class ActionSpelling {
  private ActionSpelling() {}

  /** The action as the policies spell it, as far as one of their patterns begins like it. */
  static String of(String action, List<Source> sources) {
    String best = action;
    int length = 0;
    for (Source source : sources) {
      for (String pattern : source.statement().action().texts()) {
        int same = 0;
        while (same < Math.min(pattern.length(), action.length())
            && pattern.substring(same, same + 1).toLowerCase(Locale.ROOT).equals(action.substring(same, same + 1))) {
          same++;
        }
        if (same > length) {
          length = same;
          best = pattern.substring(0, same) + action.substring(same);
        }
      }
    }
    return best;
  }
}
