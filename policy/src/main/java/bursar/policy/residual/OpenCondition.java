package bursar.policy.residual;

import bursar.policy.matching.ArnPattern;
import bursar.policy.matching.Comparison;
import bursar.policy.matching.ConditionOperator;
import bursar.policy.matching.ConditionOperator.Quantifier;
import bursar.policy.matching.ConditionTest;
import bursar.policy.matching.Segment;
import bursar.policy.matching.TextTemplate;
import bursar.policy.matching.VariableSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition that stays open until unknown keys are told. It is written in the policy language itself, with everything known filled
 * in, and asked by the same code as the conditions of a policy. Immutable; equal when written alike.
 *
 * <p>Of the many spellings of a condition one is kept: negated comparisons without a set prefix are a {@link Residual.Not} around
 * their positive twin, {@code ForAnyValue:} with a positive comparison has no prefix, {@code ArnEquals} is {@code ArnLike},
 * {@code StringLike} without wildcards is {@code StringEquals}, {@code Null} asks for absence.
 */
public final class OpenCondition implements Residual {
  /** What the condition looks at. */
  public sealed interface Subject {
    /** The values of an unknown key, which is in lower case. */
    record UnknownKey(String key) implements Subject {
      @Override
      public String toString() {
        return key;
      }
    }

    /** Known texts, at least one; what is unknown stands in the condition's patterns. */
    record KnownTexts(List<String> texts) implements Subject {
      /** Keeps a copy of the list. */
      public KnownTexts {
        texts = List.copyOf(texts);
      }

      @Override
      public String toString() {
        return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", "));
      }
    }
  }

  /**
   * A value of the policy, cut up.
   *
   * @param parts one part; or, for ARN comparisons, the six that an ARN is cut into at its first five colons, each matched by itself.
   *     An ARN pattern of one part is a lone variable: a whole ARN, compared literally, which must have six parts
   */
  public record Pattern(List<List<Segment>> parts) {
    /** Keeps a copy of the list. */
    public Pattern {
      parts = List.copyOf(parts);
    }

    /** The text of a pattern that is one literal text; null when it has wildcards or variables or is cut into parts. */
    public @Nullable String literal() {
      if (parts.size() != 1) {
        return null;
      }
      List<Segment> segments = parts.getFirst();
      return segments.isEmpty() ? "" : segments.size() == 1 && segments.getFirst() instanceof Segment.Literal(String text) ? text : null;
    }
  }

  private static final ConditionOperator ABSENCE = new ConditionOperator(Quantifier.NONE, Comparison.NULL, false);
  /** Known texts are asked under this key, which no policy can name: keys are stripped of spaces. */
  private static final String KNOWN = " ";

  private final Subject subject;
  private final ConditionOperator operator;
  private final List<String> values;
  private final Set<String> valueSet;
  private final ConditionTest test;
  private final String text;

  /**
   * A condition.
   *
   * @param values in the policy language, with variables, in any order
   */
  OpenCondition(Subject subject, ConditionOperator operator, Collection<String> values) {
    this.subject = subject;
    this.operator = operator;
    this.values = List.copyOf(new TreeSet<>(values));
    this.valueSet = Set.copyOf(values);
    String key = subject instanceof Subject.UnknownKey(String unknown) ? unknown : KNOWN;
    this.test = ConditionTest.of(operator, key, this.values, true);
    this.text =
        isAbsence()
            ? subject + " is absent"
            : subject + " " + operator + " " + this.values.stream().map(value -> '"' + value + '"').collect(Collectors.joining(", "));
  }

  /** True when an unknown key has no value. */
  static OpenCondition absenceOf(Subject.UnknownKey key) {
    return new OpenCondition(key, ABSENCE, List.of("true"));
  }

  /** What the condition looks at. */
  public Subject subject() {
    return subject;
  }

  /** The operator; {@code Null} stands for {@link #isAbsence absence}. */
  public ConditionOperator operator() {
    return operator;
  }

  /** The policy's values in the policy language, sorted; variables in them name unknown keys only. */
  public List<String> values() {
    return values;
  }

  /**
   * The values, cut up. For numbers, dates, addresses and binary texts each is one literal, which
   * {@link bursar.policy.matching.Scalars} and {@link bursar.policy.matching.AddressRange} read.
   */
  public List<Pattern> patterns() {
    return values.stream().map(this::pattern).toList();
  }

  private Pattern pattern(String value) {
    Comparison comparison = operator.comparison();
    if (!comparison.takesVariables()) {
      return new Pattern(List.of(TextTemplate.parse(value, false, false).segments()));
    }
    if (comparison.family() == Comparison.Family.ARN) {
      return new Pattern(ArnPattern.ofCondition(value, true).parts().stream().map(TextTemplate::segments).toList());
    }
    boolean wildcards = comparison.positive() == Comparison.STRING_LIKE;
    return new Pattern(List.of(TextTemplate.parse(value, wildcards, true).segments()));
  }

  /** Whether it asks nothing but that an unknown key has no value. */
  public boolean isAbsence() {
    return operator.equals(ABSENCE);
  }

  /** Whether the condition holds for these values of the unknown keys. */
  public boolean holds(VariableSource unknowns) {
    return switch (subject) {
      case Subject.UnknownKey _ -> test.holds(unknowns);
      case Subject.KnownTexts(List<String> texts) -> test.holds(key -> key.equals(KNOWN) ? texts : unknowns.values(key));
    };
  }

  /** Whether every value of the other is one of its own. */
  boolean hasValuesOf(OpenCondition other) {
    return values.size() >= other.values.size() && valueSet.containsAll(other.values);
  }

  /** Whether it holds when no unknown key has a value. */
  boolean holdsWhenAbsent() {
    return holds(key -> List.of());
  }

  /** The unknown keys it looks at, in lower case. */
  @Override
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    if (subject instanceof Subject.UnknownKey(String key)) {
      keys.add(key);
    }
    for (Pattern pattern : patterns()) {
      for (List<Segment> part : pattern.parts()) {
        for (Segment segment : part) {
          if (segment instanceof Segment.KeyValue(String key, String _)) {
            keys.add(key);
          }
        }
      }
    }
    return keys;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OpenCondition condition
        && subject.equals(condition.subject)
        && operator.equals(condition.operator)
        && values.equals(condition.values);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
