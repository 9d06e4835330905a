package bursar.domain.exports;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes rows of a table of rows of costs. */
interface TableRows {
  /**
   * The rows of the table that a row of costs is: mostly one. Amounts add up to those of the row.
   *
   * @param out gets each, with its values by column; a missing value is absent or null
   */
  void of(CostRow row, Consumer<Map<String, @Nullable Object>> out);

  /** How this table writes the rows, each its own memory. */
  static TableRows writing(ExportTable table) {
    return switch (table) {
      case COST_AND_USAGE_REPORT -> new CurRows();
      case FOCUS_1_0_AWS, FOCUS_1_2_AWS -> new FocusRows();
    };
  }
}
