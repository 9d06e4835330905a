package bursar.policy.prove;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Which characters {@link String#equalsIgnoreCase} takes for one another. */
final class CaseFolding {
  private static final Map<Integer, TreeSet<Integer>> VARIANTS = variants();

  private CaseFolding() {}

  /** The one character that stands for all variants of a character. */
  static int fold(int character) {
    return Character.toLowerCase(Character.toUpperCase(character));
  }

  /** Every character that folds to the same one, itself included. */
  static Iterable<Integer> variants(int folded) {
    TreeSet<Integer> variants = VARIANTS.get(folded);
    return variants == null ? List.of(folded) : variants;
  }

  private static Map<Integer, TreeSet<Integer>> variants() {
    Map<Integer, TreeSet<Integer>> variants = new HashMap<>();
    IntStream.rangeClosed(0, 0x1FFFF)
        .filter(character -> fold(character) != character)
        .forEach(
            character -> {
              TreeSet<Integer> same = variants.computeIfAbsent(fold(character), key -> new TreeSet<>());
              same.add(character);
              if (fold(fold(character)) == fold(character)) {
                same.add(fold(character));
              }
            });
    return variants;
  }
}
