package bursar.policy.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of a policy, cut once into fixed characters, wildcards and policy variables ({@link TextPart}).
 * A substituted value is literal: a star inside it is no wildcard.
 */
public final class TextTemplate {
  private sealed interface Piece permits Fixed, Variable {}

  private static final class Fixed implements Piece {
    private final int[] codes;

    Fixed(int[] codes) {
      this.codes = codes;
    }
  }

  private record Variable(String key, @Nullable String otherwise) implements Piece {}

  private final List<Piece> pieces;
  private final @Nullable WildcardPattern constant;

  private TextTemplate(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
    this.constant = pieces.stream().allMatch(Fixed.class::isInstance) ? assemble(pieces, key -> List.of()) : null;
  }

  /**
   * Cuts a text.
   *
   * @param wildcards whether {@code *} and {@code ?} are wildcards here
   * @param variables whether {@code ${...}} is a variable here; otherwise it is literal text
   */
  public static TextTemplate parse(String text, boolean wildcards, boolean variables) {
    List<Piece> pieces = new ArrayList<>();
    for (TextPart part : TextPart.cut(text, variables)) {
      pieces.add(
          switch (part) {
            case TextPart.Written written -> new Fixed(WildcardPattern.codes(written.text(), wildcards));
            case TextPart.Escape escape -> new Fixed(WildcardPattern.codes(escape.character(), false));
            case TextPart.Variable variable -> new Variable(variable.key(), variable.otherwise());
          });
    }
    return new TextTemplate(pieces);
  }

  /** Whether the whole text is one variable and nothing else. */
  public boolean isOneVariable() {
    return pieces.size() == 1 && pieces.getFirst() instanceof Variable;
  }

  /** The characters before the first wildcard or variable. */
  public String literalBeginning() {
    return !pieces.isEmpty() && pieces.getFirst() instanceof Fixed fixed
        ? WildcardPattern.ofCodes(fixed.codes, false).literalPrefix()
        : "";
  }

  /** Whether matching depends on the request's context. */
  public boolean hasVariables() {
    return constant == null;
  }

  /** The variables' keys, in lower case, in order of appearance. */
  public List<String> variableKeys() {
    List<String> keys = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Variable variable) {
        keys.add(variable.key());
      }
    }
    return keys;
  }

  /** The text as segments, no two literals or stars side by side; empty for the empty text. */
  public List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Fixed fixed -> {
          for (int code : fixed.codes) {
            if (code >= 0) {
              literal.append((char) code);
            } else {
              endLiteral(literal, segments);
              addWildcard(code, segments);
            }
          }
        }
        case Variable variable -> {
          endLiteral(literal, segments);
          segments.add(new Segment.KeyValue(variable.key(), variable.otherwise()));
        }
      }
    }
    endLiteral(literal, segments);
    return List.copyOf(segments);
  }

  private static void endLiteral(StringBuilder literal, List<Segment> segments) {
    if (!literal.isEmpty()) {
      segments.add(new Segment.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private static void addWildcard(int code, List<Segment> segments) {
    if (code == WildcardPattern.ANY_ONE) {
      segments.add(new Segment.AnyOne());
    } else if (segments.isEmpty() || !(segments.getLast() instanceof Segment.AnyRun)) {
      segments.add(new Segment.AnyRun());
    }
  }

  /** The pattern with every variable filled in; null when one has no single value and no default. */
  public @Nullable WildcardPattern resolve(VariableSource source) {
    return constant != null ? constant : assemble(pieces, source);
  }

  /** The text with every variable filled in and no wildcards; null when a variable has no single value and no default. */
  public @Nullable String resolveText(VariableSource source) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Fixed fixed -> {
          for (int code : fixed.codes) {
            text.append(code == WildcardPattern.ANY_RUN ? '*' : code == WildcardPattern.ANY_ONE ? '?' : (char) code);
          }
        }
        case Variable variable -> {
          String value = value(variable, source);
          if (value == null) {
            return null;
          }
          text.append(value);
        }
      }
    }
    return text.toString();
  }

  /** Whether the value fits; never when a variable has no value. */
  public boolean matches(String value, VariableSource source) {
    return matches(value, 0, value.length(), source);
  }

  boolean matches(String value, int from, int to, VariableSource source) {
    WildcardPattern pattern = resolve(source);
    return pattern != null && pattern.matches(value, from, to);
  }

  private static @Nullable WildcardPattern assemble(List<Piece> pieces, VariableSource source) {
    List<int[]> runs = new ArrayList<>(pieces.size());
    int length = 0;
    for (Piece piece : pieces) {
      int[] run;
      switch (piece) {
        case Fixed fixed -> run = fixed.codes;
        case Variable variable -> {
          String value = value(variable, source);
          if (value == null) {
            return null;
          }
          run = WildcardPattern.codes(value, false);
        }
      }
      runs.add(run);
      length += run.length;
    }
    int[] codes = new int[length];
    int at = 0;
    for (int[] run : runs) {
      System.arraycopy(run, 0, codes, at, run.length);
      at += run.length;
    }
    return WildcardPattern.ofCodes(codes, false);
  }

  /** A key with several values is no variable, so it has no value here; its default does not stand in either. */
  private static @Nullable String value(Variable variable, VariableSource source) {
    List<String> values = source.values(variable.key());
    return values.isEmpty() ? variable.otherwise() : values.size() == 1 ? values.getFirst() : null;
  }
}
