package bursar.storage.focus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Files of FOCUS with faults that were put in on purpose. */
final class Mutations {
  private static final List<String> VALUES = List.of("", "\" \"", "nonsense\u00a7", "-1.5", "1e", "Usage", "Purchase", "Tax", "Used", "Unused",
      "Correction", "\"{\"\"a\"\":[1]}\"", "usd", "0");

  private Mutations() {}

  /** Each row with each column changed to each of several values in turn. */
  static List<String> everyColumn(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> mutated = new ArrayList<>(List.of(lines.getFirst()));
    for (String line : lines.subList(1, lines.size())) {
      List<String> values = split(line);
      for (int column = 0; column < values.size(); column++) {
        for (String value : VALUES) {
          List<String> row = new ArrayList<>(values);
          row.set(column, value);
          mutated.add(String.join(",", row));
        }
      }
    }
    return mutated;
  }

  /** The file without some columns, by their place. */
  static List<String> withoutColumns(Path file, IntPredicate left) throws IOException {
    List<String> narrow = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      List<String> values = split(line);
      narrow.add(java.util.stream.IntStream.range(0, values.size()).filter(at -> !left.test(at)).mapToObj(values::get)
          .collect(Collectors.joining(",")));
    }
    return narrow;
  }

  /** The values of a line as they are written, quotation marks included. */
  private static List<String> split(String line) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (char sign : line.toCharArray()) {
      quoted ^= sign == '"';
      if (sign == ',' && !quoted) {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(sign);
      }
    }
    values.add(value.toString());
    return values;
  }
}
