package bursar.operations.ce;

import bursar.domain.costs.Dimension;
import org.jspecify.annotations.Nullable;

/** The word that stands for «the row has none» in group keys and filters: {@code NoRegion}, {@code NoInstanceType} and so on. */
final class AbsentValues {
  private AbsentValues() {}

  /** The word of a dimension. */
  static String word(Dimension dimension) {
    if (dimension == Dimension.AZ) {
      return "NoAZ";
    }
    StringBuilder word = new StringBuilder("No");
    for (String part : dimension.name().split("_")) {
      word.append(part.charAt(0)).append(part.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return word.toString();
  }

  /** A value as a group key writes it. */
  static String written(Dimension dimension, @Nullable String value) {
    return value == null || value.isEmpty() ? word(dimension) : value;
  }
}
