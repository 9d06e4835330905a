package bursar.domain.exports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows of a table a query means, decided row by row in two-valued logic: a missing value satisfies only {@code IS NULL}. */
public sealed interface ExportCondition {
  /** How a value is compared. */
  enum Comparison {
    EQUAL,
    NOT_EQUAL,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST
  }

  /** All hold. */
  record All(List<ExportCondition> parts) implements ExportCondition {
    /** Copies the parts. */
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** At least one holds. */
  record Any(List<ExportCondition> parts) implements ExportCondition {
    /** Copies the parts. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** It does not hold. */
  record No(ExportCondition part) implements ExportCondition {}

  /** The column has a value that compares so with a text, a number or a time. */
  record Compared(String column, Comparison comparison, Object value) implements ExportCondition {}

  /** The column's value is one of these. */
  record In(String column, List<Object> values) implements ExportCondition {
    /** Copies the values. */
    public In {
      values = List.copyOf(values);
    }
  }

  /** The column has no value. */
  record Missing(String column) implements ExportCondition {}

  /** Whether it holds for a row. */
  default boolean holds(Map<String, @Nullable Object> row) {
    return switch (this) {
      case All all -> all.parts().stream().allMatch(part -> part.holds(row));
      case Any any -> any.parts().stream().anyMatch(part -> part.holds(row));
      case No no -> !no.part().holds(row);
      case Missing missing -> row.get(missing.column()) == null;
      case In in -> in.values().stream().anyMatch(value -> compare(row.get(in.column()), value) instanceof Integer sign && sign == 0);
      case Compared compared -> compare(row.get(compared.column()), compared.value()) instanceof Integer sign
          && switch (compared.comparison()) {
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case LESS -> sign < 0;
            case AT_MOST -> sign <= 0;
            case GREATER -> sign > 0;
            case AT_LEAST -> sign >= 0;
          };
    };
  }

  private static @Nullable Integer compare(@Nullable Object found, Object wanted) {
    return switch (found) {
      case null -> null;
      case String text when wanted instanceof String other -> Integer.signum(text.compareTo(other));
      case BigDecimal number when wanted instanceof BigDecimal other -> number.compareTo(other);
      case Instant time when wanted instanceof Instant other -> Integer.signum(time.compareTo(other));
      default -> null;
    };
  }
}
