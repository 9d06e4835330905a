package bursar.domain.costs;

import bursar.domain.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which values of a dimension or tag are meant. A missing value is matched by {@link Comparison#ABSENT} only.
 *
 * @param comparison how a value is compared
 * @param caseSensitive whether upper and lower case differ
 * @param values any of which must match; empty only for {@link Comparison#ABSENT}
 */
public record ValueMatch(Comparison comparison, boolean caseSensitive, List<String> values) {

  /** How a value is compared. */
  public enum Comparison {
    EQUALS,
    STARTS_WITH,
    ENDS_WITH,
    CONTAINS,
    /** The wildcards of policies: {@code *} is any text, {@code ?} any one character. */
    LIKE,
    /** The value is the text or comes after it, compared character by character; for dates written year first. */
    AT_LEAST,
    /** The row has no such value. */
    ABSENT
  }

  /** Copies the values, and refuses a match that could never be meant. */
  public ValueMatch {
    values = List.copyOf(values);
    if (comparison == Comparison.ABSENT && !values.isEmpty()) {
      throw new Failure("ValidationException", "The match option ABSENT takes no values.");
    }
    if (comparison != Comparison.ABSENT && values.isEmpty()) {
      throw new Failure("ValidationException", "A filter needs at least one value to compare with.");
    }
  }

  /** Exactly one of these values. */
  public static ValueMatch in(String... values) {
    return new ValueMatch(Comparison.EQUALS, true, List.of(values));
  }

  /** Exactly one of these values. */
  public static ValueMatch in(List<String> values) {
    return new ValueMatch(Comparison.EQUALS, true, values);
  }

  /** No value at all. */
  public static ValueMatch absent() {
    return new ValueMatch(Comparison.ABSENT, true, List.of());
  }

  /**
   * The match that Cost Explorer's options mean: EQUALS (the default), STARTS_WITH, ENDS_WITH, CONTAINS, GREATER_THAN_OR_EQUAL or ABSENT, with
   * CASE_SENSITIVE (the default) or CASE_INSENSITIVE.
   *
   * @throws Failure {@code ValidationException} for an unknown option, or two that exclude each other
   */
  public static ValueMatch of(List<String> values, Set<String> matchOptions) {
    Comparison comparison = null;
    Boolean caseSensitive = null;
    for (String option : matchOptions) {
      switch (option) {
        case "CASE_SENSITIVE", "CASE_INSENSITIVE" -> {
          if (caseSensitive != null) {
            throw new Failure("ValidationException", "The match options CASE_SENSITIVE and CASE_INSENSITIVE exclude each other.");
          }
          caseSensitive = option.equals("CASE_SENSITIVE");
        }
        case "EQUALS", "STARTS_WITH", "ENDS_WITH", "CONTAINS", "ABSENT" -> {
          if (comparison != null) {
            throw new Failure("ValidationException", "The match options " + comparison + " and " + option + " exclude each other.");
          }
          comparison = Comparison.valueOf(option);
        }
        case "GREATER_THAN_OR_EQUAL" -> {
          if (comparison != null) {
            throw new Failure("ValidationException", "The match options " + comparison + " and " + option + " exclude each other.");
          }
          comparison = Comparison.AT_LEAST;
        }
        default -> throw new Failure("ValidationException", "There is no match option '" + option + "'.");
      }
    }
    return new ValueMatch(
        comparison == null ? Comparison.EQUALS : comparison, caseSensitive == null || caseSensitive, values);
  }

  /** Whether a row with this value, or with none ({@code null}), is meant. */
  public boolean matches(@Nullable String value) {
    if (value == null) {
      return comparison == Comparison.ABSENT;
    }
    String subject = folded(value);
    return switch (comparison) {
      case ABSENT -> false;
      case EQUALS -> values.stream().anyMatch(wanted -> subject.equals(folded(wanted)));
      case STARTS_WITH -> values.stream().anyMatch(wanted -> subject.startsWith(folded(wanted)));
      case ENDS_WITH -> values.stream().anyMatch(wanted -> subject.endsWith(folded(wanted)));
      case CONTAINS -> values.stream().anyMatch(wanted -> subject.contains(folded(wanted)));
      case AT_LEAST -> values.stream().anyMatch(wanted -> subject.compareTo(folded(wanted)) >= 0);
      case LIKE -> values.stream().anyMatch(wanted -> like(subject, folded(wanted)));
    };
  }

  private String folded(String text) {
    return caseSensitive ? text : text.toLowerCase(Locale.ROOT);
  }

  private static boolean like(String subject, String pattern) {
    int at = 0;
    int patternAt = 0;
    int starAt = -1;
    int retry = 0;
    while (at < subject.length()) {
      if (patternAt < pattern.length() && pattern.charAt(patternAt) == '*') {
        starAt = patternAt++;
        retry = at;
      } else if (patternAt < pattern.length() && (pattern.charAt(patternAt) == '?' || pattern.charAt(patternAt) == subject.charAt(at))) {
        at++;
        patternAt++;
      } else if (starAt >= 0) {
        patternAt = starAt + 1;
        at = ++retry;
      } else {
        return false;
      }
    }
    while (patternAt < pattern.length() && pattern.charAt(patternAt) == '*') {
      patternAt++;
    }
    return patternAt == pattern.length();
  }
}
