package bursar.policy.residual;

import bursar.policy.matching.Comparison;
import bursar.policy.matching.Segment;
import bursar.policy.residual.OpenCondition.Pattern;
import bursar.policy.residual.OpenCondition.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An example of a visitor: a WHERE clause over columns with one value a row, in two-valued logic, for String comparisons. */
final class AsSql implements Residual.Visitor<String> {
  private final Map<String, String> columns;

  AsSql(Map<String, String> columns) {
    this.columns = columns;
  }

  @Override
  public String always() {
    return "TRUE";
  }

  @Override
  public String never() {
    return "FALSE";
  }

  @Override
  public String all(List<Residual> parts) {
    return joined(parts, " AND ");
  }

  @Override
  public String any(List<Residual> parts) {
    return joined(parts, " OR ");
  }

  private String joined(List<Residual> parts, String word) {
    return parts.stream().map(part -> part.accept(this)).collect(Collectors.joining(word, "(", ")"));
  }

  @Override
  public String not(OpenCondition condition) {
    return condition.isAbsence() ? subject(condition.subject()) + " IS NOT NULL" : "NOT " + condition(condition);
  }

  @Override
  public String condition(OpenCondition condition) {
    String subject = subject(condition.subject());
    if (condition.isAbsence()) {
      return subject + " IS NULL";
    }
    List<String> ways = ways(condition, subject);
    String fits = ways.isEmpty() ? "FALSE" : String.join(" OR ", ways);
    boolean mayBeNull = condition.subject() instanceof Subject.UnknownKey || !condition.keys().isEmpty();
    String plain = mayBeNull ? "coalesce(" + fits + ", FALSE)" : "(" + fits + ")";
    // A column has one value at most: a set prefix then only says what an absent or empty value means.
    return switch (condition.operator().quantifier()) {
      case NONE -> condition.operator().ifExists() ? "(" + subject + " IS NULL OR " + plain + ")" : plain;
      case FOR_ALL_VALUES -> "(" + subject + " IS NULL OR " + subject + " = '' OR "
          + (condition.operator().comparison().negated() ? "NOT " : "") + plain + ")";
      case FOR_ANY_VALUE -> condition.operator().ifExists()
          ? "(" + subject + " IS NULL OR NOT " + plain + ")" : "(" + subject + " IS NOT NULL AND NOT " + plain + ")";
    };
  }

  private List<String> ways(OpenCondition condition, String subject) {
    Comparison comparison = condition.operator().comparison().positive();
    if (comparison != Comparison.STRING_EQUALS && comparison != Comparison.STRING_LIKE) {
      throw new IllegalArgumentException("This example writes StringEquals and StringLike only, not " + condition.operator());
    }
    List<String> texts = new ArrayList<>();
    List<String> ways = new ArrayList<>();
    for (Pattern pattern : condition.patterns()) {
      String literal = pattern.literal();
      if (literal != null) {
        texts.add(quoted(literal));
      } else {
        boolean like = comparison == Comparison.STRING_LIKE;
        String written = pattern(pattern.parts().getFirst(), like);
        ways.add(like ? subject + " LIKE " + written + " ESCAPE '!'" : subject + " = " + written);
      }
    }
    if (!texts.isEmpty()) {
      ways.addFirst(subject + (texts.size() == 1 ? " = " + texts.getFirst() : " IN (" + String.join(", ", texts) + ")"));
    }
    return ways;
  }

  private String pattern(List<Segment> segments, boolean like) {
    return segments.stream()
        .map(
            segment ->
                switch (segment) {
                  case Segment.AnyRun _ -> "'%'";
                  case Segment.AnyOne _ -> "'_'";
                  case Segment.Literal(String text) -> quoted(like ? text.replaceAll("[!%_]", "!$0") : text);
                  case Segment.KeyValue(String key, String otherwise) -> {
                    String value = otherwise == null ? column(key) : "coalesce(" + column(key) + ", " + quoted(otherwise) + ")";
                    yield like ? "regexp_replace(" + value + ", '[!%_]', '!\\0', 'g')" : value;
                  }
                })
        .collect(Collectors.joining(" || "));
  }

  private String subject(Subject subject) {
    return switch (subject) {
      case Subject.UnknownKey(String key) -> column(key);
      case Subject.KnownTexts(List<String> texts) when texts.size() == 1 -> quoted(texts.getFirst());
      case Subject.KnownTexts known -> throw new IllegalArgumentException("This example writes one known text only, not " + known);
    };
  }

  private String column(String key) {
    String column = columns.get(key);
    if (column == null) {
      throw new IllegalArgumentException("There is no column for " + key + ".");
    }
    return column;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
