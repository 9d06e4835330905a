package bursar.policy.residual;

import bursar.policy.RequestContext;
import bursar.policy.matching.AddressRange;
import bursar.policy.matching.ArnPattern;
import bursar.policy.matching.Comparison;
import bursar.policy.matching.Scalars;
import bursar.policy.matching.Segment;
import bursar.policy.matching.TextTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request, and a policy's texts with it filled in. The result is a text of the policy language again, in which
 * {@code ${*}}, {@code ${?}} and {@code ${$}} keep filled-in characters literal; null stands for a value that fits nothing.
 *
 * @param context the known keys only
 * @param unknown the keys that stay variables
 */
record KnownPart(RequestContext context, UnknownKeys unknown) {
  private static final int ARN_PARTS = 6;

  /** Whether some variable of the templates is unknown. */
  boolean leavesOpen(List<TextTemplate> templates) {
    return templates.stream().anyMatch(template -> template.variableKeys().stream().anyMatch(unknown::contains));
  }

  /** Whether some variable of a condition's value is unknown. */
  boolean leavesOpen(Comparison comparison, String value, boolean variables) {
    return variables && comparison.takesVariables() && leavesOpen(List.of(TextTemplate.parse(value, false, true)));
  }

  /** A value of a condition with everything known filled in; null when it fits nothing. */
  @Nullable String filledIn(Comparison comparison, String value, boolean variables) {
    return switch (comparison.family()) {
      case STRING -> {
        boolean wildcards = comparison.positive() == Comparison.STRING_LIKE;
        yield filledIn(TextTemplate.parse(value, wildcards, variables), wildcards);
      }
      case ARN -> arn(ArnPattern.ofCondition(value, variables).parts());
      case BOOL -> {
        TextTemplate template = TextTemplate.parse(value, false, variables);
        String text = filledIn(template, false);
        yield leavesOpen(List.of(template)) || text == null ? text : truth(text);
      }
      case EXISTENCE -> truth(value);
      case NUMERIC -> Scalars.number(value) == null ? null : value;
      case DATE -> Scalars.date(value) == null ? null : value;
      case BINARY -> Scalars.binary(value) == null ? null : value;
      case IP -> AddressRange.parse(value) == null ? null : value;
    };
  }

  private static @Nullable String truth(String text) {
    return Scalars.truth(text) == null ? null : text.toLowerCase(Locale.ROOT);
  }

  /** A filled-in colon starts no new part, so within the first five parts it fits nothing. */
  private @Nullable String arn(List<TextTemplate> parts) {
    List<String> texts = new ArrayList<>();
    for (int index = 0; index < parts.size(); index++) {
      List<Segment> filled = filled(parts.get(index).segments());
      boolean colonMayStand = parts.size() == 1 || index == ARN_PARTS - 1;
      if (filled == null || !colonMayStand && filled.stream().anyMatch(KnownPart::hasColon)) {
        return null;
      }
      texts.add(written(filled, true));
    }
    String text = String.join(":", texts);
    return ArnPattern.ofCondition(text, true).parts().isEmpty() ? null : text;
  }

  private static boolean hasColon(Segment segment) {
    return segment instanceof Segment.Literal(String text) && text.indexOf(':') >= 0;
  }

  /** A template as a text with everything known filled in; null when it fits nothing. */
  @Nullable String filledIn(TextTemplate template, boolean wildcards) {
    List<Segment> filled = filled(template.segments());
    return filled == null ? null : written(filled, wildcards);
  }

  private @Nullable List<Segment> filled(List<Segment> segments) {
    List<Segment> filled = new ArrayList<>();
    for (Segment segment : segments) {
      if (segment instanceof Segment.KeyValue(String key, String otherwise) && !unknown.contains(key)) {
        List<String> values = context.values(key);
        String value = values.isEmpty() ? otherwise : values.size() == 1 ? values.getFirst() : null;
        if (value == null) {
          return null;
        }
        filled.add(new Segment.Literal(value));
      } else {
        filled.add(segment);
      }
    }
    return filled;
  }

  /** Segments as a text of the policy language. */
  static String written(List<Segment> segments, boolean wildcards) {
    StringBuilder text = new StringBuilder();
    for (Segment segment : segments) {
      switch (segment) {
        case Segment.AnyRun _ -> text.append('*');
        case Segment.AnyOne _ -> text.append('?');
        case Segment.KeyValue(String key, String otherwise) -> {
          boolean escape = key.equals("*") || key.equals("?") || key.equals("$");
          text.append("${").append(escape ? " " + key : key).append(otherwise == null ? "" : ", '" + otherwise + "'").append('}');
        }
        case Segment.Literal(String literal) -> {
          for (int index = 0; index < literal.length(); index++) {
            char character = literal.charAt(index);
            boolean escape = wildcards && (character == '*' || character == '?') || character == '$';
            text.append(escape ? "${" + character + "}" : String.valueOf(character));
          }
        }
      }
    }
    return text.toString();
  }
}
