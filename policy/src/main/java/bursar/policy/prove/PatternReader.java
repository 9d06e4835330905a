package bursar.policy.prove;

import bursar.policy.matching.Comparison;
import bursar.policy.matching.Scalars;
import bursar.policy.matching.TextPart;
import bursar.policy.prove.TextPattern.Element;
import bursar.policy.prove.TextPattern.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Turns the texts of a policy into automata, under what is supposed of its variables. The rules are those of
 * {@code bursar.policy.matching}; the tests hold the two together.
 */
final class PatternReader {
  private static final int ARN_PARTS = 6;
  /** A text with more alternatives, each from the default of a variable, is taken for any text. */
  private static final int ALTERNATIVES_MAX = 8;

  private final Bindings bindings;

  PatternReader(Bindings bindings) {
    this.bindings = bindings;
  }

  /** The actions that patterns name, in lower case. */
  static TextSet actions(List<String> texts) {
    List<TextPattern> patterns = new ArrayList<>();
    for (String text : texts) {
      String written = text.equals("*:*") ? "*" : text;
      StringBuilder folded = new StringBuilder(written.length());
      for (int index = 0; index < written.length(); index++) {
        folded.append(bursar.policy.matching.WildcardPattern.foldCase(written.charAt(index)));
      }
      patterns.add(new TextPattern.Builder().wild(folded.toString(), CharacterClass.ANY).build());
    }
    return TextSet.of(patterns);
  }

  /** The resources that patterns name: ARNs, and for a lone star the resource {@code *} as well. */
  TextSet resources(List<String> texts, boolean variables) {
    Union union = new Union();
    for (String text : texts) {
      if (text.equals("*")) {
        union.addBoth(new TextPattern.Builder().run(CharacterClass.ANY).build());
        continue;
      }
      List<String> parts = List.of(text.split(":", ARN_PARTS));
      if (parts.size() == ARN_PARTS) {
        TextPattern.Builder head = new TextPattern.Builder();
        for (String part : parts.subList(0, ARN_PARTS - 1)) {
          head.wild(part, CharacterClass.NO_COLON).exact(":");
        }
        Sequence sequence = new Sequence(head, false);
        sequence.append(TextPart.cut(parts.getLast(), variables), true, CharacterClass.ANY);
        union.add(sequence);
      }
    }
    return union.toSet();
  }

  /** The values that one of a condition's texts matches; for a negated comparison those of its positive twin. */
  TextSet values(Comparison comparison, List<String> texts, boolean variables) {
    Union union = new Union();
    for (String text : texts) {
      switch (comparison.family()) {
        case STRING -> string(comparison, text, variables, union);
        case ARN -> arn(text, variables, union);
        case BOOL -> truth(text, variables, union);
        case NUMERIC, DATE, BINARY, IP, EXISTENCE ->
            throw new IllegalArgumentException(comparison.awsName() + " does not compare texts.");
      }
    }
    return union.toSet();
  }

  private void string(Comparison comparison, String text, boolean variables, Union union) {
    boolean wild = comparison == Comparison.STRING_LIKE || comparison == Comparison.STRING_NOT_LIKE;
    boolean ignoringCase =
        comparison == Comparison.STRING_EQUALS_IGNORE_CASE || comparison == Comparison.STRING_NOT_EQUALS_IGNORE_CASE;
    Sequence sequence = new Sequence(new TextPattern.Builder(), ignoringCase);
    sequence.append(TextPart.cut(text, variables), wild, CharacterClass.ANY);
    union.add(sequence);
  }

  private void truth(String text, boolean variables, Union union) {
    List<TextPart> pieces = TextPart.cut(text, variables);
    Sequence sequence = new Sequence(new TextPattern.Builder(), false);
    sequence.append(pieces, false, CharacterClass.ANY);
    if (sequence.isKnown()) {
      List<TextPattern> operand = sequence.possible();
      Boolean truth = operand.isEmpty() ? null : Scalars.truth(TextSet.text(operand.getFirst().literal()));
      if (truth != null) {
        union.addBoth(new TextPattern.Builder().folded(truth.toString()).build());
      }
      return;
    }
    union.addPossible(new TextPattern.Builder().folded("true").build());
    union.addPossible(new TextPattern.Builder().folded("false").build());
  }

  private void arn(String text, boolean variables, Union union) {
    List<String> parts = arnParts(text, variables);
    if (parts.size() == 1) {
      List<TextPart> pieces = TextPart.cut(text, variables);
      if (pieces.size() == 1 && pieces.getFirst() instanceof TextPart.Variable variable) {
        wholeArn(variable, union);
      }
      return;
    }
    if (parts.size() < ARN_PARTS) {
      return;
    }
    Sequence sequence = new Sequence(new TextPattern.Builder(), false);
    for (int part = 0; part < ARN_PARTS - 1; part++) {
      sequence.append(TextPart.cut(parts.get(part), variables), true, CharacterClass.NO_COLON);
      sequence.append(List.of(new TextPart.Written(":")), false, CharacterClass.ANY);
    }
    sequence.append(TextPart.cut(parts.getLast(), variables), true, CharacterClass.ANY);
    union.add(sequence);
  }

  private void wholeArn(TextPart.Variable variable, Union union) {
    Sequence sequence = new Sequence(new TextPattern.Builder(), false);
    sequence.append(List.of(variable), false, CharacterClass.ANY);
    if (sequence.isKnown()) {
      for (TextPattern known : sequence.possible()) {
        if (TextSet.text(known.literal()).split(":", -1).length >= ARN_PARTS) {
          union.addBoth(known);
        }
      }
      return;
    }
    TextPattern.Builder marked = new TextPattern.Builder();
    marked.add(new Element(Kind.MARKED_ARN, bindings.number(variable.key()) * 2, CharacterClass.ANY));
    union.addBoth(marked.build());
    if (variable.otherwise() != null && bindings.of(variable.key()) instanceof Bindings.Open) {
      union.addPossible(new TextPattern.Builder().exact(variable.otherwise()).build());
    }
  }

  /** An ARN condition is cut at its first five colons that stand outside of variables. */
  private static List<String> arnParts(String text, boolean variables) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int lastClose = text.lastIndexOf('}');
    boolean inVariable = false;
    for (int index = 0; index < text.length() && parts.size() < ARN_PARTS - 1; index++) {
      if (variables && index < lastClose && text.startsWith("${", index)) {
        inVariable = true;
      } else if (inVariable && text.charAt(index) == '}') {
        inVariable = false;
      } else if (!inVariable && text.charAt(index) == ':') {
        parts.add(text.substring(start, index));
        start = index + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** The keys of the variables in a text, in lower case. */
  static Set<String> variableKeys(String text) {
    Set<String> keys = new TreeSet<>();
    for (TextPart piece : TextPart.cut(text, true)) {
      if (piece instanceof TextPart.Variable variable) {
        keys.add(variable.key());
      }
    }
    return keys;
  }

  /** One text of a policy, read from left to right into every way it may come out. */
  private final class Sequence {
    private List<TextPattern.Builder> alternatives = new ArrayList<>();
    /** What matches for certain: more than one only where case does not matter and a value is marked. */
    private final List<TextPattern.Builder> certain = new ArrayList<>();
    private boolean known = true;
    private final boolean ignoringCase;

    Sequence(TextPattern.Builder head, boolean ignoringCase) {
      this.ignoringCase = ignoringCase;
      alternatives.add(head);
      certain.add(head.copy());
      if (ignoringCase) {
        certain.add(head.copy());
      }
    }

    void append(List<TextPart> pieces, boolean wild, CharacterClass of) {
      for (TextPart piece : pieces) {
        switch (piece) {
          case TextPart.Written written -> each(builder -> text(builder, written.text(), wild, of));
          case TextPart.Escape escape -> each(builder -> text(builder, escape.character(), false, of));
          case TextPart.Variable variable -> append(variable, of);
        }
      }
    }

    private void append(TextPart.Variable variable, CharacterClass of) {
      String otherwise = variable.otherwise();
      switch (bindings.of(variable.key())) {
        case Bindings.Fixed fixed -> {
          String value =
              fixed.values().isEmpty() ? otherwise : fixed.values().size() == 1 ? fixed.values().getFirst() : null;
          boolean cutsPart = value != null && of == CharacterClass.NO_COLON && value.indexOf(':') >= 0;
          if (value == null || cutsPart) {
            alternatives.clear();
            certain.clear();
          } else {
            each(builder -> text(builder, value, false, of));
          }
        }
        case Bindings.Several several -> {
          alternatives.clear();
          certain.clear();
        }
        case Bindings.Single single -> {
          alternatives.forEach(builder -> mark(builder, variable, of, ignoringCase));
          markCertain(variable, of);
        }
        case Bindings.Open open -> {
          List<TextPattern.Builder> doubled = new ArrayList<>();
          for (TextPattern.Builder builder : alternatives) {
            if (otherwise != null) {
              doubled.add(text(builder.copy(), otherwise, false, of));
            }
            doubled.add(mark(builder, variable, of, ignoringCase));
          }
          alternatives =
              doubled.size() <= ALTERNATIVES_MAX
                  ? doubled
                  : new ArrayList<>(List.of(new TextPattern.Builder().run(CharacterClass.ANY)));
          markCertain(variable, of);
        }
      }
    }

    private void markCertain(TextPart.Variable variable, CharacterClass of) {
      known = false;
      for (int index = 0; index < certain.size(); index++) {
        mark(certain.get(index), variable, of, index == 1);
      }
    }

    private void each(Consumer<TextPattern.Builder> append) {
      alternatives.forEach(append);
      certain.forEach(append);
    }

    private TextPattern.Builder text(TextPattern.Builder builder, String text, boolean wild, CharacterClass of) {
      return wild ? builder.wild(text, of) : ignoringCase ? builder.folded(text) : builder.exact(text);
    }

    /** A value that may have other cases than the variable's has a mark of its own. */
    private TextPattern.Builder mark(
        TextPattern.Builder builder, TextPart.Variable variable, CharacterClass of, boolean inAnyCase) {
      return builder.add(new Element(Kind.MARKED, bindings.number(variable.key()) * 2 + (inAnyCase ? 1 : 0), of));
    }

    /** Whether nothing in the text depends on what is not known. */
    boolean isKnown() {
      return known;
    }

    List<TextPattern> possible() {
      return alternatives.stream().map(TextPattern.Builder::build).toList();
    }

    List<TextPattern> certain() {
      return known ? possible() : certain.stream().map(TextPattern.Builder::build).toList();
    }
  }

  /** The union of several texts of one element or condition. */
  private static final class Union {
    private final List<TextPattern> certain = new ArrayList<>();
    private final List<TextPattern> possible = new ArrayList<>();

    void addBoth(TextPattern pattern) {
      certain.add(pattern);
      possible.add(pattern);
    }

    void addPossible(TextPattern pattern) {
      possible.add(pattern);
    }

    void add(Sequence sequence) {
      certain.addAll(sequence.certain());
      possible.addAll(sequence.possible());
    }

    TextSet toSet() {
      return TextSet.between(certain, possible);
    }
  }
}
