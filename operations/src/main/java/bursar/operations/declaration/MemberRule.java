package bursar.operations.declaration;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a member of a request must satisfy, as the service's model states it.
 *
 * @param name the member's wire name
 * @param required whether it must be there
 * @param min the fewest characters, elements or the smallest number
 * @param max the most characters, elements or the largest number
 * @param pattern the regular expression a text must match whole; null for none
 * @param oneOf the values a text may have; empty for any
 */
public record MemberRule(String name, boolean required, long min, long max, @Nullable Pattern pattern, List<String> oneOf) {
  /** Keeps its own copy of the list. */
  public MemberRule {
    oneOf = List.copyOf(oneOf);
  }

  /** A member that must be there. */
  public static MemberRule required(String name) {
    return new MemberRule(name, true, 0, Long.MAX_VALUE, null, List.of());
  }

  /** A member that may be absent. */
  public static MemberRule optional(String name) {
    return new MemberRule(name, false, 0, Long.MAX_VALUE, null, List.of());
  }

  /** The same with a range of lengths, for text and lists, or of values, for numbers. */
  public MemberRule range(long least, long most) {
    return new MemberRule(name, required, least, most, pattern, oneOf);
  }

  /** The same with a pattern that the whole text must match. */
  public MemberRule matching(String regex) {
    return new MemberRule(name, required, min, max, Pattern.compile(regex), oneOf);
  }

  /** The same with a closed set of values. */
  public MemberRule oneOf(String... values) {
    return new MemberRule(name, required, min, max, pattern, List.of(values));
  }
}
