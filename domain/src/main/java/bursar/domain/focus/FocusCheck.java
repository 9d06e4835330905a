package bursar.domain.focus;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a file, or of each of its rows. The same forms serve as conditions, which say for which rows a rule holds.
 *
 * <p>As a rule, a check of a value says nothing of a row that has none: whether a value may be missing is a rule of its own. As a condition it
 * is two-valued: a missing value is not any value, and so differs from each.
 */
public sealed interface FocusCheck {
  /** The kinds of values FOCUS knows. */
  enum DataType {
    STRING,
    DECIMAL,
    DATE_TIME
  }

  /** The formats FOCUS prescribes for values, one an attribute of the specification. */
  enum Format {
    /** Text that says something: valid Unicode, not empty, not only spaces. */
    STRING,
    /** An integer, a decimal or a number in E notation, without plus signs, symbols and thousands separators. */
    NUMERIC,
    /** {@code YYYY-MM-DDTHH:mm:ssZ}. */
    DATE_TIME,
    /** A three-letter code of ISO 4217, or a virtual currency's name. */
    CURRENCY,
    /** A unit of measure: words, with a quantity before or an interval after them. */
    UNIT,
    /** A flat JSON object of strings, numbers, truth values and nulls. */
    KEY_VALUE
  }

  /** The file has the column. */
  record Present(String column) implements FocusCheck {}

  /** Values are of the type. */
  record HasType(String column, DataType type) implements FocusCheck {}

  /** Values are written in the format. */
  record HasFormat(String column, Format format) implements FocusCheck {}

  /** Values are decimal numbers. */
  record IsDecimal(String column) implements FocusCheck {}

  /** Values are currency codes of ISO 4217. */
  record IsNationalCurrency(String column) implements FocusCheck {}

  /** The value is this one; null asks for none. Numbers are compared as numbers. */
  record Equals(String column, @Nullable Object value) implements FocusCheck {}

  /** The value is not this one; null asks for any. */
  record Differs(String column, @Nullable Object value) implements FocusCheck {}

  /** Two columns have the same value. */
  record Same(String column, String other) implements FocusCheck {}

  /** Two columns have different values. */
  record NotSame(String column, String other) implements FocusCheck {}

  /** The number is at least this. */
  record AtLeast(String column, long least) implements FocusCheck {}

  /** One column times another is a third, up to a billionth of the result (and a billionth at least), for the rounding of what is written. */
  record Product(String column, String factor, String result) implements FocusCheck {}

  /** All rows with the same value in one column have so many different values in another. */
  record DistinctCount(String column, String counted, int count) implements FocusCheck {}

  /** All hold. */
  record AllOf(List<FocusCheck> parts) implements FocusCheck {
    /** Copies the parts. */
    public AllOf {
      parts = List.copyOf(parts);
    }
  }

  /** At least one holds. */
  record AnyOf(List<FocusCheck> parts) implements FocusCheck {
    /** Copies the parts. */
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }

  /** The columns it speaks of, in order. */
  default Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    switch (this) {
      case Present one -> columns.add(one.column());
      case HasType one -> columns.add(one.column());
      case HasFormat one -> columns.add(one.column());
      case IsDecimal one -> columns.add(one.column());
      case IsNationalCurrency one -> columns.add(one.column());
      case Equals one -> columns.add(one.column());
      case Differs one -> columns.add(one.column());
      case AtLeast one -> columns.add(one.column());
      case Same one -> columns.addAll(List.of(one.column(), one.other()));
      case NotSame one -> columns.addAll(List.of(one.column(), one.other()));
      case Product one -> columns.addAll(List.of(one.column(), one.factor(), one.result()));
      case DistinctCount one -> columns.addAll(List.of(one.column(), one.counted()));
      case AllOf all -> all.parts().forEach(part -> columns.addAll(part.columns()));
      case AnyOf any -> any.parts().forEach(part -> columns.addAll(part.columns()));
    }
    return columns;
  }
}
