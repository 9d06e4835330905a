package bursar.storage.focus;

import bursar.domain.focus.FocusCheck;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of checks over one file's table: which rows break a check, and which rows a condition selects. Both are two-valued.
 *
 * @param types the columns of the file and their types
 */
record FocusSql(Map<String, String> types) {
  private static final String NUMBER = "^-?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE]-?[0-9]+)?$";
  private static final String TIME = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$";
  private static final String UNIT = "^[A-Za-z0-9][A-Za-z0-9 .%$()]*([-/][A-Za-z0-9][A-Za-z0-9 .%$()]*)*$";
  private static final String NATIONAL = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).sorted()
      .collect(Collectors.joining("', '", "'", "'"));

  /** The rows that break a check, as a truth value that is never null. */
  String broken(FocusCheck check) {
    return switch (check) {
      case FocusCheck.Present present -> "FALSE";
      case FocusCheck.HasType type -> there(type.column()) + " AND NOT " + ofType(type.column(), type.type());
      case FocusCheck.HasFormat format -> there(format.column()) + " AND NOT " + inFormat(format.column(), format.format());
      case FocusCheck.IsDecimal decimal -> there(decimal.column()) + " AND " + number(decimal.column()) + " IS NULL";
      case FocusCheck.IsNationalCurrency currency -> there(currency.column()) + " AND " + text(currency.column()) + " NOT IN (" + NATIONAL + ")";
      case FocusCheck.Equals equals -> equals.value() == null ? there(equals.column())
          : there(equals.column()) + " AND NOT " + same(equals.column(), equals.value());
      case FocusCheck.Differs differs -> differs.value() == null ? missing(differs.column()) : same(differs.column(), differs.value());
      case FocusCheck.Same same -> both(same.column(), same.other()) + " AND " + text(same.column()) + " <> " + text(same.other());
      case FocusCheck.NotSame same -> both(same.column(), same.other()) + " AND " + text(same.column()) + " = " + text(same.other());
      case FocusCheck.AtLeast least -> there(least.column()) + " AND NOT coalesce(" + number(least.column()) + " >= " + least.least() + ", FALSE)";
      case FocusCheck.Product product -> product(product);
      case FocusCheck.DistinctCount distinct -> there(distinct.column()) + " AND " + name(distinct.column()) + " IN (SELECT "
          + name(distinct.column()) + " FROM source GROUP BY 1 HAVING count(DISTINCT " + (types.containsKey(distinct.counted())
          ? name(distinct.counted()) : "NULL") + ") <> " + distinct.count() + ")";
      case FocusCheck.AllOf all -> joined(all.parts().stream().map(this::broken).toList(), " OR ");
      case FocusCheck.AnyOf any -> alternatives(any.parts());
    };
  }

  /** A choice among many values of one column, or pairs of columns, is one list; others are broken when each part is. */
  private String alternatives(List<FocusCheck> parts) {
    if (parts.stream().allMatch(part -> part instanceof FocusCheck.Equals equals && equals.value() instanceof String)) {
      String column = ((FocusCheck.Equals) parts.getFirst()).column();
      String values = parts.stream().map(part -> literal(String.valueOf(((FocusCheck.Equals) part).value()))).collect(Collectors.joining(", "));
      if (parts.stream().allMatch(part -> ((FocusCheck.Equals) part).column().equals(column))) {
        return there(column) + " AND " + text(column) + " NOT IN (" + values + ")";
      }
    }
    return joined(parts.stream().map(this::broken).toList(), " AND ");
  }

  /** The rows that a condition selects, as a truth value that is never null. */
  String selected(FocusCheck condition) {
    return switch (condition) {
      case FocusCheck.Equals equals -> equals.value() == null ? missing(equals.column()) : same(equals.column(), equals.value());
      case FocusCheck.Differs differs -> differs.value() == null ? there(differs.column()) : "NOT " + same(differs.column(), differs.value());
      case FocusCheck.AllOf all -> joined(all.parts().stream().map(this::selected).toList(), " AND ");
      case FocusCheck.AnyOf any -> joined(any.parts().stream().map(this::selected).toList(), " OR ");
      case FocusCheck.Same same -> both(same.column(), same.other()) + " AND " + text(same.column()) + " = " + text(same.other());
      case FocusCheck.NotSame same -> both(same.column(), same.other()) + " AND " + text(same.column()) + " <> " + text(same.other());
      case FocusCheck.Present present -> types.containsKey(present.column()) ? "TRUE" : "FALSE";
      case FocusCheck.HasType type -> "NOT (" + broken(type) + ")";
      case FocusCheck.HasFormat format -> "NOT (" + broken(format) + ")";
      case FocusCheck.IsDecimal decimal -> "NOT (" + broken(decimal) + ")";
      case FocusCheck.IsNationalCurrency currency -> "NOT (" + broken(currency) + ")";
      case FocusCheck.AtLeast least -> "coalesce(" + number(least.column()) + " >= " + least.least() + ", FALSE)";
      case FocusCheck.Product product -> "NOT (" + broken(product) + ")";
      case FocusCheck.DistinctCount distinct -> "NOT (" + broken(distinct) + ")";
    };
  }

  private static String joined(List<String> parts, String word) {
    return parts.stream().map(part -> "(" + part + ")").collect(Collectors.joining(word, "(", ")"));
  }

  private String product(FocusCheck.Product product) {
    String result = number(product.result());
    String difference = "abs(" + number(product.column()) + " * " + number(product.factor()) + " - " + result + ")";
    return "coalesce(" + difference + " > 0.000000001 * greatest(abs(" + result + "), 1), FALSE)";
  }

  private String ofType(String column, FocusCheck.DataType wanted) {
    String type = type(column);
    if (!type.equals("VARCHAR")) {
      boolean fits = switch (wanted) {
        case STRING -> type.startsWith("ENUM") || type.equals("UUID");
        case DECIMAL -> type.startsWith("DECIMAL") || List.of("DOUBLE", "FLOAT", "REAL").contains(type) || type.endsWith("INT")
            || type.equals("INTEGER") || type.equals("UINTEGER");
        case DATE_TIME -> type.startsWith("TIMESTAMP");
      };
      return fits ? "TRUE" : "FALSE";
    }
    return switch (wanted) {
      case STRING -> "TRUE";
      case DECIMAL -> "(" + number(column) + " IS NOT NULL)";
      case DATE_TIME -> "(TRY_CAST(" + text(column) + " AS TIMESTAMPTZ) IS NOT NULL)";
    };
  }

  private String inFormat(String column, FocusCheck.Format format) {
    String text = text(column);
    String type = type(column);
    boolean written = type.equals("VARCHAR");
    return switch (format) {
      case STRING -> "(trim(" + text + ") <> '' AND NOT contains(" + text + ", '\ufffd'))";
      case NUMERIC -> written ? matches(text, NUMBER) : ofType(column, FocusCheck.DataType.DECIMAL);
      case DATE_TIME -> written ? matches(text, TIME) : ofType(column, FocusCheck.DataType.DATE_TIME);
      // A text of three letters is meant as a national currency; any other names a virtual one.
      case CURRENCY -> "(" + matches(text, "^[A-Z]{3}$") + " OR (trim(" + text + ") <> '' AND NOT " + matches(text, "^[A-Za-z]{3}$") + "))";
      case UNIT -> matches(text, UNIT);
      case KEY_VALUE -> type.startsWith("MAP(VARCHAR") && !type.contains("[]") && !type.contains("STRUCT") ? "TRUE"
          : keyValue(written ? text : "CAST(to_json(" + name(column) + ") AS VARCHAR)");
    };
  }

  private static String keyValue(String text) {
    String object = "CASE WHEN json_valid(" + text + ") THEN CAST(" + text + " AS JSON) END";
    return "coalesce(json_type(" + object + ") = 'OBJECT' AND len(json_keys(" + object + ")) = len(list_distinct(json_keys(" + object
        + "))) AND NOT list_has_any(json_type(" + object + ", '$.*'), ['OBJECT', 'ARRAY']), FALSE)";
  }

  private static String matches(String text, String pattern) {
    return "regexp_full_match(" + text + ", " + literal(pattern) + ")";
  }

  private String same(String column, @Nullable Object value) {
    return value instanceof Number number ? "coalesce(" + number(column) + " = " + number + ", FALSE)"
        : "coalesce(" + text(column) + " = " + literal(String.valueOf(value)) + ", FALSE)";
  }

  private String both(String column, String other) {
    return there(column) + " AND " + there(other);
  }

  private String there(String column) {
    return types.containsKey(column) ? name(column) + " IS NOT NULL" : "FALSE";
  }

  private String missing(String column) {
    return types.containsKey(column) ? name(column) + " IS NULL" : "TRUE";
  }

  private String type(String column) {
    return types.getOrDefault(column, "VARCHAR");
  }

  /** The value written out; null where it is missing. */
  String text(String column) {
    if (!types.containsKey(column)) {
      return "CAST(NULL AS VARCHAR)";
    }
    return type(column).equals("VARCHAR") ? name(column) : "CAST(" + name(column) + " AS VARCHAR)";
  }

  /** The value as a number, only to be compared within a tolerance or with a whole number; null where it is none. */
  private String number(String column) {
    return "TRY_CAST(" + text(column) + " AS DOUBLE)";
  }

  static String name(String column) {
    return "\"" + column.replace("\"", "\"\"") + "\"";
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
