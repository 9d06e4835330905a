package bursar.domain.focus;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a check asks, in a sentence for people. */
final class FocusSentence {
  private FocusSentence() {}

  /** The sentence of a rule about a column. */
  static String of(String column, FocusKeyword keyword, FocusCheck check, @Nullable FocusCheck condition) {
    String verb = switch (keyword) {
      case MUST, MUST_NOT -> "must";
      case SHOULD, SHOULD_NOT -> "should";
      case RECOMMENDED -> "is recommended to";
      case MAY -> "may";
    };
    return subject(column, check) + " " + verb + " " + asked(check) + (condition == null ? "" : " where " + stated(condition)) + ".";
  }

  private static String subject(String column, FocusCheck check) {
    return switch (check) {
      case FocusCheck.Product product -> product.column() + " times " + product.factor();
      case FocusCheck.DistinctCount distinct -> "Rows with the same " + distinct.column();
      default -> column;
    };
  }

  private static String asked(FocusCheck check) {
    return switch (check) {
      case FocusCheck.Present present -> "be a column of the file";
      case FocusCheck.HasType type -> switch (type.type()) {
        case STRING -> "be text";
        case DECIMAL -> "be a decimal number";
        case DATE_TIME -> "be a date and time";
      };
      case FocusCheck.HasFormat format -> switch (format.format()) {
        case STRING -> "not be an empty or broken text";
        case NUMERIC -> "be written as a plain number or in E notation";
        case DATE_TIME -> "be written as YYYY-MM-DDTHH:mm:ssZ";
        case CURRENCY -> "be a three-letter currency code, or name a virtual currency";
        case UNIT -> "be written as a unit of measure";
        case KEY_VALUE -> "be a flat JSON object";
      };
      case FocusCheck.IsDecimal decimal -> "be a decimal number";
      case FocusCheck.IsNationalCurrency currency -> "be a currency code of ISO 4217";
      case FocusCheck.Equals equals -> "be " + value(equals.value());
      case FocusCheck.Differs differs -> differs.value() == null ? "not be missing" : "not be " + value(differs.value());
      case FocusCheck.Same same -> "be the same as " + same.other();
      case FocusCheck.NotSame same -> "differ from " + same.other();
      case FocusCheck.AtLeast least -> "be at least " + least.least();
      case FocusCheck.Product product -> "be " + product.result();
      case FocusCheck.DistinctCount distinct -> "have exactly " + distinct.count() + " " + distinct.counted();
      case FocusCheck.AllOf all -> all.parts().stream().map(FocusSentence::asked).collect(Collectors.joining(" and "));
      case FocusCheck.AnyOf any -> anyOf(any.parts());
    };
  }

  private static String anyOf(List<FocusCheck> parts) {
    if (parts.stream().allMatch(FocusCheck.Equals.class::isInstance)) {
      return "be one of " + parts.stream().map(part -> String.valueOf(((FocusCheck.Equals) part).value())).collect(Collectors.joining(", "));
    }
    return parts.size() > 5 ? "be one of the pairs that FOCUS lists"
        : parts.stream().map(part -> "(" + stated(part) + ")").collect(Collectors.joining(" or "));
  }

  private static String stated(FocusCheck check) {
    return switch (check) {
      case FocusCheck.Equals equals -> equals.column() + " is " + value(equals.value());
      case FocusCheck.Differs differs -> differs.column() + (differs.value() == null ? " is there" : " is not " + value(differs.value()));
      case FocusCheck.Same same -> same.column() + " is the same as " + same.other();
      case FocusCheck.NotSame same -> same.column() + " differs from " + same.other();
      case FocusCheck.AllOf all -> all.parts().stream().map(FocusSentence::part).collect(Collectors.joining(" and "));
      case FocusCheck.AnyOf any -> any.parts().stream().map(FocusSentence::part).collect(Collectors.joining(" or "));
      default -> String.join(", ", check.columns()) + " must " + asked(check);
    };
  }

  private static String part(FocusCheck check) {
    return check instanceof FocusCheck.AllOf || check instanceof FocusCheck.AnyOf ? "(" + stated(check) + ")" : stated(check);
  }

  private static String value(@Nullable Object value) {
    return value == null ? "missing" : String.valueOf(value);
  }
}
