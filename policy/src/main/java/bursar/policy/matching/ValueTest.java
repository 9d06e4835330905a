package bursar.policy.matching;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** One value of a policy, read once for its comparison; a negated comparison is tested as its positive twin. */
@FunctionalInterface
interface ValueTest {
  ValueTest NEVER = (value, context) -> false;

  boolean matches(String value, VariableSource context);

  static ValueTest of(Comparison comparison, String written, boolean variables) {
    boolean filled = variables && comparison.takesVariables();
    return switch (comparison) {
      case STRING_EQUALS, STRING_NOT_EQUALS -> equalText(written, filled, false);
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> equalText(written, filled, true);
      case STRING_LIKE, STRING_NOT_LIKE -> TextTemplate.parse(written, true, filled)::matches;
      case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> number(written, order -> order == 0);
      case NUMERIC_LESS_THAN -> number(written, order -> order < 0);
      case NUMERIC_LESS_THAN_EQUALS -> number(written, order -> order <= 0);
      case NUMERIC_GREATER_THAN -> number(written, order -> order > 0);
      case NUMERIC_GREATER_THAN_EQUALS -> number(written, order -> order >= 0);
      case DATE_EQUALS, DATE_NOT_EQUALS -> date(written, order -> order == 0);
      case DATE_LESS_THAN -> date(written, order -> order < 0);
      case DATE_LESS_THAN_EQUALS -> date(written, order -> order <= 0);
      case DATE_GREATER_THAN -> date(written, order -> order > 0);
      case DATE_GREATER_THAN_EQUALS -> date(written, order -> order >= 0);
      case BOOL, NULL -> truth(written, filled);
      case BINARY_EQUALS -> binary(written);
      case IP_ADDRESS, NOT_IP_ADDRESS -> address(written);
      case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> ArnPattern.ofCondition(written, filled)::matches;
    };
  }

  private static ValueTest equalText(String written, boolean variables, boolean ignoringCase) {
    TextTemplate template = TextTemplate.parse(written, false, variables);
    if (!template.hasVariables()) {
      String text = template.resolveText(key -> java.util.List.of());
      return text == null
          ? NEVER
          : ignoringCase ? (value, context) -> text.equalsIgnoreCase(value) : (value, context) -> text.equals(value);
    }
    return (value, context) -> {
      String text = template.resolveText(context);
      return text != null && (ignoringCase ? text.equalsIgnoreCase(value) : text.equals(value));
    };
  }

  private static ValueTest number(String written, IntPredicate accepts) {
    BigDecimal operand = Scalars.number(written);
    if (operand == null) {
      return NEVER;
    }
    return (value, context) -> {
      BigDecimal number = Scalars.number(value);
      return number != null && accepts.test(number.compareTo(operand));
    };
  }

  private static ValueTest date(String written, IntPredicate accepts) {
    Instant operand = Scalars.date(written);
    if (operand == null) {
      return NEVER;
    }
    return (value, context) -> {
      Instant date = Scalars.date(value);
      return date != null && accepts.test(date.compareTo(operand));
    };
  }

  private static ValueTest truth(String written, boolean variables) {
    TextTemplate template = TextTemplate.parse(written, false, variables);
    if (!template.hasVariables()) {
      String text = template.resolveText(key -> java.util.List.of());
      Boolean operand = text == null ? null : Scalars.truth(text);
      return operand == null ? NEVER : (value, context) -> operand.equals(Scalars.truth(value));
    }
    return (value, context) -> {
      Boolean truth = Scalars.truth(value);
      String operand = template.resolveText(context);
      return truth != null && operand != null && truth.equals(Scalars.truth(operand));
    };
  }

  private static ValueTest binary(String written) {
    byte[] operand = Scalars.binary(written);
    if (operand == null) {
      return NEVER;
    }
    return (value, context) -> {
      byte[] bytes = Scalars.binary(value);
      return bytes != null && Arrays.equals(bytes, operand);
    };
  }

  private static ValueTest address(String written) {
    AddressRange range = AddressRange.parse(written);
    return range == null ? NEVER : (value, context) -> range.contains(value);
  }
}
