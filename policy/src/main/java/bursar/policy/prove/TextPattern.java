package bursar.policy.prove;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern as an automaton: a row of elements, each of which reads some characters. The place before element
 * {@code i} is state {@code i}; a text is accepted when state {@code length} is reached at its end.
 *
 * <p>An element may also be marked: it stands for the unknown value of a policy variable, and reads a text between the
 * two symbols that open and close this value. To every other element those symbols are as if they were not there.
 */
final class TextPattern {
  /** States that a marked element may be in while it reads: for a whole ARN one for each colon seen, up to five. */
  private static final int INSIDE_STATES = 6;

  enum Kind {
    /** One given character. */
    EXACT,
    /** One character in any of its cases. */
    FOLDED,
    /** Any one character of a class. */
    ONE,
    /** Any run of characters of a class. */
    RUN,
    /** The value of a variable, whose characters are of a class. */
    MARKED,
    /** The value of a variable that is an ARN of six parts. */
    MARKED_ARN
  }

  /** One element: the character or the variable's number in {@code argument}, the class where the kind has one. */
  record Element(Kind kind, int argument, CharacterClass of) {}

  private final Element[] elements;
  private final boolean marked;

  private TextPattern(List<Element> elements) {
    this.elements = elements.toArray(Element[]::new);
    this.marked = elements.stream().anyMatch(element -> isMark(element.kind()));
  }

  static boolean isMark(Kind kind) {
    return kind == Kind.MARKED || kind == Kind.MARKED_ARN;
  }

  /** The symbol that opens the value of a variable; never a character. */
  static int opening(int variable) {
    return -1 - 2 * variable;
  }

  /** The symbol that closes the value of a variable; never a character. */
  static int closing(int variable) {
    return -2 - 2 * variable;
  }

  int length() {
    return elements.length;
  }

  Element element(int index) {
    return elements[index];
  }

  int stateCount() {
    return elements.length + 1 + (marked ? elements.length * INSIDE_STATES : 0);
  }

  private int inside(int element, int colons) {
    return elements.length + 1 + element * INSIDE_STATES + colons;
  }

  /** Whether a state lies within a marked element. */
  boolean isInside(int state) {
    return state > elements.length;
  }

  /** The marked element that a state lies within. */
  Element elementAround(int state) {
    return elements[(state - elements.length - 1) / INSIDE_STATES];
  }

  /** Whether every continuation of the text is accepted from here. */
  boolean acceptsAllFrom(int state) {
    if (state != elements.length - 1) {
      return false;
    }
    Element last = elements[state];
    return last.kind() == Kind.RUN && last.of() == CharacterClass.ANY;
  }

  /** Whether the pattern accepts every text. */
  boolean isEverything() {
    return elements.length == 1 && acceptsAllFrom(0);
  }

  /** Whether the pattern accepts one text only, which {@link #literal} gives. */
  boolean isLiteral() {
    for (Element element : elements) {
      if (element.kind() != Kind.EXACT) {
        return false;
      }
    }
    return true;
  }

  /** The one text a literal pattern accepts. */
  int[] literal() {
    int[] text = new int[elements.length];
    for (int index = 0; index < text.length; index++) {
      text[index] = elements[index].argument();
    }
    return text;
  }

  /** The same pattern with every unknown value taken for any run of characters: it accepts at least as much. */
  TextPattern loosened() {
    if (!marked) {
      return this;
    }
    Builder builder = new Builder();
    for (Element element : elements) {
      builder.add(isMark(element.kind()) ? new Element(Kind.RUN, 0, element.of()) : element);
    }
    return builder.build();
  }

  /** Tells every state that follows a state on a symbol. */
  void step(int state, int symbol, java.util.function.IntConsumer next) {
    if (state > elements.length) {
      stepInside(state, symbol, next);
      return;
    }
    if (symbol < 0) {
      next.accept(state);
      if (state < elements.length && isMark(elements[state].kind()) && symbol == opening(elements[state].argument())) {
        next.accept(inside(state, 0));
      }
      return;
    }
    if (state == elements.length) {
      return;
    }
    Element element = elements[state];
    switch (element.kind()) {
      case EXACT -> {
        if (element.argument() == symbol) {
          arrive(state + 1, next);
        }
      }
      case FOLDED -> {
        if (element.argument() == CaseFolding.fold(symbol)) {
          arrive(state + 1, next);
        }
      }
      case ONE -> {
        if (element.of().contains(symbol)) {
          arrive(state + 1, next);
        }
      }
      case RUN -> {
        if (element.of().contains(symbol)) {
          arrive(state, next);
        }
      }
      case MARKED, MARKED_ARN -> {}
    }
  }

  private void stepInside(int state, int symbol, java.util.function.IntConsumer next) {
    int at = (state - elements.length - 1) / INSIDE_STATES;
    int colons = (state - elements.length - 1) % INSIDE_STATES;
    Element element = elements[at];
    boolean isArn = element.kind() == Kind.MARKED_ARN;
    if (symbol == closing(element.argument())) {
      if (!isArn || colons == INSIDE_STATES - 1) {
        arrive(at + 1, next);
      }
    } else if (symbol < 0) {
      next.accept(state);
    } else if (element.of().contains(symbol)) {
      next.accept(isArn && symbol == ':' ? inside(at, Math.min(colons + 1, INSIDE_STATES - 1)) : state);
    }
  }

  /** A run may be empty, so whoever arrives before it is behind it as well. */
  void arrive(int state, java.util.function.IntConsumer next) {
    next.accept(state);
    for (int at = state; at < elements.length && elements[at].kind() == Kind.RUN; at++) {
      next.accept(at + 1);
    }
  }

  /** Puts a pattern together from left to right. */
  static final class Builder {
    private final List<Element> elements = new ArrayList<>();

    Builder add(Element element) {
      boolean repeated =
          element.kind() == Kind.RUN && !elements.isEmpty() && elements.getLast().equals(element);
      if (!repeated) {
        elements.add(element);
      }
      return this;
    }

    Builder exact(String text) {
      text.codePoints().forEach(character -> add(new Element(Kind.EXACT, character, CharacterClass.ANY)));
      return this;
    }

    Builder folded(String text) {
      text.codePoints()
          .forEach(character -> add(new Element(Kind.FOLDED, CaseFolding.fold(character), CharacterClass.ANY)));
      return this;
    }

    /** A text in which {@code *} and {@code ?} are wildcards over a class. */
    Builder wild(String text, CharacterClass of) {
      text.codePoints()
          .forEach(
              character -> {
                switch (character) {
                  case '*' -> run(of);
                  case '?' -> one(of);
                  default -> add(new Element(Kind.EXACT, character, CharacterClass.ANY));
                }
              });
      return this;
    }

    Builder one(CharacterClass of) {
      return add(new Element(Kind.ONE, 0, of));
    }

    Builder run(CharacterClass of) {
      return add(new Element(Kind.RUN, 0, of));
    }

    /** All elements of another builder behind those of this one. */
    Builder addAll(Builder other) {
      other.elements.forEach(this::add);
      return this;
    }

    Builder copy() {
      return new Builder().addAll(this);
    }

    TextPattern build() {
      return new TextPattern(elements);
    }
  }
}
