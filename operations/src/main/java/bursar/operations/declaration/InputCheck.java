package bursar.operations.declaration;

import bursar.domain.Failure;
import bursar.operations.shape.Shape;
import bursar.operations.shape.Shapes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Holds a decoded request against the rules of its declaration, and refuses it with every fault at once, in AWS's wording. */
public final class InputCheck {
  private InputCheck() {}

  /**
   * Refuses an input that breaks a rule.
   *
   * @throws Failure with the code the declaration names for it
   */
  public static void check(Declaration<?, ?> declaration, Object input) {
    List<String> faults = new ArrayList<>();
    Shape.Structure shape = Shapes.of(declaration.inputType());
    for (MemberRule rule : declaration.rules()) {
      Shape.Member member = shape.member(rule.name());
      if (member != null) {
        check(rule, declaration.secrets().contains(rule.name()), member.read(input), faults);
      }
    }
    if (!faults.isEmpty()) {
      String head = faults.size() == 1 ? "1 validation error detected: " : faults.size() + " validation errors detected: ";
      throw new Failure(declaration.invalidInput(), head + String.join("; ", faults));
    }
  }

  private static void check(MemberRule rule, boolean secret, @Nullable Object value, List<String> faults) {
    if (value == null) {
      if (rule.required()) {
        faults.add(fault(rule, secret, null, "Member must not be null"));
      }
      return;
    }
    long size = sizeOf(value);
    if (size < rule.min()) {
      faults.add(fault(rule, secret, value, (value instanceof Number ? "Member must have value greater than or equal to "
          : "Member must have length greater than or equal to ") + rule.min()));
    }
    if (size > rule.max()) {
      faults.add(fault(rule, secret, value, (value instanceof Number ? "Member must have value less than or equal to "
          : "Member must have length less than or equal to ") + rule.max()));
    }
    if (value instanceof String text) {
      boolean lengthFits = size >= rule.min() && size <= rule.max();
      if (lengthFits && rule.pattern() != null && !rule.pattern().matcher(text).matches()) {
        faults.add(fault(rule, secret, value, "Member must satisfy regular expression pattern: " + rule.pattern().pattern()));
      }
      if (!rule.oneOf().isEmpty() && !rule.oneOf().contains(text)) {
        faults.add(fault(rule, secret, value, "Member must satisfy enum value set: " + rule.oneOf()));
      }
    }
  }

  private static long sizeOf(Object value) {
    return switch (value) {
      case String text -> text.codePointCount(0, text.length());
      case Collection<?> many -> many.size();
      case Number number -> number.longValue();
      default -> 0;
    };
  }

  private static String fault(MemberRule rule, boolean secret, @Nullable Object value, String constraint) {
    String shown = value == null ? "null" : secret ? "'***'" : "'" + shorten(String.valueOf(value)) + "'";
    String name = rule.name().substring(0, 1).toLowerCase(Locale.ROOT) + rule.name().substring(1);
    return "Value " + shown + " at '" + name + "' failed to satisfy constraint: " + constraint;
  }

  private static String shorten(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "...";
  }
}
