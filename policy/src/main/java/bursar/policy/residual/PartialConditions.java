package bursar.policy.residual;

import bursar.policy.Condition;
import bursar.policy.matching.Comparison;
import bursar.policy.matching.ConditionOperator;
import bursar.policy.matching.ConditionOperator.Quantifier;
import bursar.policy.matching.ConditionTest;
import bursar.policy.matching.Segment;
import bursar.policy.matching.TextTemplate;
import bursar.policy.residual.OpenCondition.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a policy's conditions still ask of the unknown keys, each as at most one condition in the spelling that is kept. */
final class PartialConditions {
  /** A key that no policy can name. */
  private static final String SCRATCH_KEY = " ";

  private final KnownPart known;

  PartialConditions(KnownPart known) {
    this.known = known;
  }

  /**
   * A condition as a formula.
   *
   * @param variables whether the policy's version has variables
   */
  Residual of(Condition condition, boolean variables) {
    ConditionOperator operator = condition.operator();
    String key = condition.key().toLowerCase(Locale.ROOT);
    List<String> written = condition.texts();
    if (known.unknown().contains(key)) {
      return onUnknownKey(operator, new Subject.UnknownKey(key), filledIn(operator, written, variables));
    }
    List<String> texts = known.context().values(key);
    boolean open = written.stream().anyMatch(value -> known.leavesOpen(operator.comparison(), value, variables));
    if (texts.isEmpty() || !open) {
      return constant(ConditionTest.of(operator, key, written, variables).holds(known.context()));
    }
    return onKnownTexts(operator, List.copyOf(new TreeSet<>(texts)), filledIn(operator, written, variables));
  }

  private static Residual constant(boolean truth) {
    return truth ? Residual.TRUE : Residual.FALSE;
  }

  private Set<String> filledIn(ConditionOperator operator, List<String> written, boolean variables) {
    Set<String> filled = new TreeSet<>();
    for (String value : written) {
      String text = known.filledIn(operator.comparison(), value, variables);
      if (text != null) {
        filled.add(text);
      }
    }
    return filled;
  }

  private static Residual onUnknownKey(ConditionOperator operator, Subject.UnknownKey key, Set<String> values) {
    Comparison comparison = operator.comparison();
    if (comparison == Comparison.NULL) {
      return values.size() == 2 ? Residual.TRUE
          : values.isEmpty() ? Residual.FALSE : values.contains("true") ? absent(key) : present(key);
    }
    boolean negated = comparison.negated();
    return switch (operator.quantifier()) {
      case NONE -> negated
          ? Residual.negation(someValueFits(key, comparison.positive(), values, false))
          : someValueFits(key, comparison, values, operator.ifExists());
      case FOR_ANY_VALUE -> negated
          ? someValueFitsNot(key, comparison, values, operator.ifExists())
          : someValueFits(key, comparison, values, operator.ifExists());
      case FOR_ALL_VALUES -> negated ? noValueFits(key, comparison, values) : everyValueFits(key, comparison, values);
    };
  }

  private static Residual absent(Subject.UnknownKey key) {
    return OpenCondition.absenceOf(key);
  }

  private static Residual present(Subject.UnknownKey key) {
    return new Residual.Not(OpenCondition.absenceOf(key));
  }

  private static Residual someValueFits(Subject.UnknownKey key, Comparison comparison, Set<String> values, boolean ifExists) {
    if (values.isEmpty()) {
      return ifExists ? absent(key) : Residual.FALSE;
    }
    if (fitsEverything(comparison, values)) {
      return ifExists ? Residual.TRUE : present(key);
    }
    return condition(key, Quantifier.NONE, comparison, ifExists, values);
  }

  private static Residual someValueFitsNot(Subject.UnknownKey key, Comparison comparison, Set<String> values, boolean ifExists) {
    if (values.isEmpty()) {
      return ifExists ? Residual.TRUE : present(key);
    }
    if (fitsEverything(comparison, values)) {
      return ifExists ? absent(key) : Residual.FALSE;
    }
    return condition(key, Quantifier.FOR_ANY_VALUE, comparison, ifExists, values);
  }

  private static Residual everyValueFits(Subject.UnknownKey key, Comparison comparison, Set<String> values) {
    return fitsEverything(comparison, values) ? Residual.TRUE : condition(key, Quantifier.FOR_ALL_VALUES, comparison, false, values);
  }

  /** {@code ForAllValues:} takes a set of empty texts for an empty one, which only matters where a value fits the empty text. */
  private static Residual noValueFits(Subject.UnknownKey key, Comparison comparison, Set<String> values) {
    boolean open = values.stream().anyMatch(value -> isOpen(comparison, value));
    return open || fits(comparison.positive(), values, List.of(""))
        ? condition(key, Quantifier.FOR_ALL_VALUES, comparison, false, values)
        : Residual.negation(someValueFits(key, comparison.positive(), values, false));
  }

  private static boolean fitsEverything(Comparison comparison, Set<String> values) {
    return comparison.positive() == Comparison.STRING_LIKE && values.contains("*");
  }

  /** Texts are known, at least one, sorted and without repetition; what is unknown stands in the values. */
  private static Residual onKnownTexts(ConditionOperator operator, List<String> texts, Set<String> values) {
    Comparison positive = operator.comparison().positive();
    boolean negated = operator.comparison().negated();
    boolean allEmpty = texts.equals(List.of(""));
    return switch (operator.quantifier()) {
      case NONE -> turned(knownTextsMatch(positive, texts, values), negated);
      case FOR_ANY_VALUE -> negated
          ? Residual.negation(everyKnownTextMatches(positive, texts, values))
          : knownTextsMatch(positive, texts, values);
      case FOR_ALL_VALUES -> allEmpty ? Residual.TRUE
          : negated ? Residual.negation(knownTextsMatch(positive, texts, values)) : everyKnownTextMatches(positive, texts, values);
    };
  }

  private static Residual turned(Residual formula, boolean negated) {
    return negated ? Residual.negation(formula) : formula;
  }

  /** Whether some of the texts fits some of the values, by a positive comparison. */
  static Residual knownTextsMatch(Comparison comparison, List<String> texts, Collection<String> values) {
    List<String> open = new ArrayList<>();
    for (String value : values) {
      if (isOpen(comparison, value)) {
        if (mayFit(comparison, value, texts)) {
          open.add(value);
        }
      } else if (fits(comparison, List.of(value), texts)) {
        return Residual.TRUE;
      }
    }
    List<String> fitting = texts.stream().filter(text -> open.stream().anyMatch(value -> mayFit(comparison, value, List.of(text)))).toList();
    return open.isEmpty()
        ? Residual.FALSE
        : condition(new Subject.KnownTexts(fitting), Quantifier.NONE, comparison, false, open);
  }

  /** Whether each of the texts fits some of the values, by a positive comparison. */
  private static Residual everyKnownTextMatches(Comparison comparison, List<String> texts, Set<String> values) {
    List<String> open = values.stream().filter(value -> isOpen(comparison, value)).toList();
    List<String> fixed = values.stream().filter(value -> !isOpen(comparison, value)).toList();
    List<String> asked = texts.stream().filter(text -> !fits(comparison, fixed, List.of(text))).toList();
    if (asked.isEmpty()) {
      return Residual.TRUE;
    }
    if (asked.stream().anyMatch(text -> open.stream().noneMatch(value -> mayFit(comparison, value, List.of(text))))) {
      return Residual.FALSE;
    }
    return asked.size() == 1
        ? knownTextsMatch(comparison, asked, open)
        : condition(new Subject.KnownTexts(asked), Quantifier.FOR_ALL_VALUES, comparison, false, open);
  }

  private static boolean isOpen(Comparison comparison, String value) {
    return comparison.takesVariables() && !TextTemplate.parse(value, false, true).variableKeys().isEmpty();
  }

  private static boolean fits(Comparison comparison, Collection<String> values, List<String> texts) {
    ConditionOperator operator = new ConditionOperator(Quantifier.NONE, comparison, false);
    return ConditionTest.of(operator, SCRATCH_KEY, List.copyOf(values), true).holds(key -> key.equals(SCRATCH_KEY) ? texts : List.of());
  }

  /** Whether a value could fit one of the texts if its variables had any value at all; for texts compared as they are only. */
  private static boolean mayFit(Comparison comparison, String value, List<String> texts) {
    if (comparison != Comparison.STRING_EQUALS && comparison != Comparison.STRING_LIKE) {
      return true;
    }
    List<Segment> widened = new ArrayList<>();
    for (Segment segment : TextTemplate.parse(value, comparison == Comparison.STRING_LIKE, true).segments()) {
      widened.add(segment instanceof Segment.KeyValue ? new Segment.AnyRun() : segment);
    }
    return fits(Comparison.STRING_LIKE, List.of(KnownPart.written(widened, true)), texts);
  }

  private static Residual condition(
      Subject subject, Quantifier quantifier, Comparison comparison, boolean ifExists, Collection<String> values) {
    if (comparison.positive() == Comparison.STRING_LIKE && !hasWildcards(values)) {
      Comparison plain = comparison.negated() ? Comparison.STRING_NOT_EQUALS : Comparison.STRING_EQUALS;
      List<String> texts =
          values.stream().map(value -> KnownPart.written(TextTemplate.parse(value, true, true).segments(), false)).toList();
      return new OpenCondition(subject, new ConditionOperator(quantifier, plain, ifExists), texts);
    }
    Comparison kept =
        comparison.positive() != Comparison.ARN_EQUALS ? comparison : comparison.negated() ? Comparison.ARN_NOT_LIKE : Comparison.ARN_LIKE;
    return new OpenCondition(subject, new ConditionOperator(quantifier, kept, ifExists), values);
  }

  private static boolean hasWildcards(Collection<String> values) {
    return values.stream()
        .flatMap(value -> TextTemplate.parse(value, true, true).segments().stream())
        .anyMatch(segment -> segment instanceof Segment.AnyRun || segment instanceof Segment.AnyOne);
  }
}
