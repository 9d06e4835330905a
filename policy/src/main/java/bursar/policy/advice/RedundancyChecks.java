package bursar.policy.advice;

import bursar.policy.Condition;
import bursar.policy.Located;
import bursar.policy.Statement;
import bursar.policy.matching.Comparison;
import bursar.policy.matching.WildcardPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;

/** Checks for what is said twice: an action, a resource, a value or a statement that another already covers. */
final class RedundancyChecks {
  /** Beyond this many patterns in one list only repetitions are looked for, not patterns that cover others. */
  private static final int LONGEST_LIST = 400;

  private RedundancyChecks() {}

  static void check(Review review) {
    List<Statement> statements = review.document.statements();
    for (Statement statement : statements) {
      covered(statement.action().patterns(), true, RedundancyChecks::actionCovers).forEach(pair ->
          review.suggestion(
              "REDUNDANT_ACTION",
              pair.covered().position(),
              pair.covered().text() + " is covered by " + pair.by().text() + " in the same list. Remove it."));
      if (statement.resource() != null) {
        covered(statement.resource().patterns(), false, RedundancyChecks::resourceCovers).forEach(pair ->
            review.suggestion(
                "REDUNDANT_RESOURCE",
                pair.covered().position(),
                pair.covered().text() + " is covered by " + pair.by().text() + " in the same list. Remove it."));
      }
      statement.conditions().forEach(condition -> values(review, condition));
    }
    statements(review, statements);
  }

  private static void values(Review review, Condition condition) {
    Comparison comparison = condition.operator().comparison();
    boolean wild = comparison == Comparison.STRING_LIKE || comparison == Comparison.STRING_NOT_LIKE;
    covered(condition.values(), comparison == Comparison.STRING_EQUALS_IGNORE_CASE, wild ? RedundancyChecks::textCovers : (one, other) -> false)
        .forEach(pair ->
            review.suggestion(
                "REDUNDANT_CONDITION_VALUE_SINGLE",
                pair.covered().position(),
                "`" + ConditionValueChecks.shown(pair.covered().text()) + "` is covered by `" + ConditionValueChecks.shown(pair.by().text())
                    + "` among the values of " + condition.key() + ". Remove it."));
  }

  private static void statements(Review review, List<Statement> statements) {
    Set<List<Object>> said = new HashSet<>();
    for (Statement statement : statements) {
      List<Object> content =
          List.of(
              statement.effect(),
              Objects.requireNonNullElse(statement.principal(), ""),
              statement.action(),
              Objects.requireNonNullElse(statement.resource(), ""),
              statement.conditions());
      if (!said.add(content)) {
        review.suggestion(
            "REDUNDANT_STATEMENT", statement.position(), "An earlier statement says the same. Remove this one.");
      }
    }
  }

  /** A value and another of the same list that makes it superfluous. */
  private record Pair(Located covered, Located by) {}

  private static List<Pair> covered(List<Located> values, boolean ignoringCase, BiPredicate<String, String> covers) {
    List<Pair> pairs = new ArrayList<>();
    List<Located> kept = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Located value : values) {
      if (seen.add(ignoringCase ? value.text().toLowerCase(Locale.ROOT) : value.text())) {
        kept.add(value);
      } else {
        pairs.add(new Pair(value, value));
      }
    }
    if (kept.size() > LONGEST_LIST) {
      return pairs;
    }
    List<Located> wide = kept.stream().filter(value -> value.text().indexOf('*') >= 0 || value.text().indexOf('?') >= 0).toList();
    for (Located value : kept) {
      for (Located other : wide) {
        boolean covered = other != value && covers.test(other.text(), value.text());
        boolean mutual = covered && covers.test(value.text(), other.text());
        if (covered && (!mutual || other.position().compareTo(value.position()) < 0)) {
          pairs.add(new Pair(value, other));
          break;
        }
      }
    }
    return pairs;
  }

  private static boolean actionCovers(String wide, String narrow) {
    return wide.equals("*:*") || (comparable(wide, narrow) && WildcardPattern.ignoringCase(wide).matches(narrow));
  }

  private static boolean textCovers(String wide, String narrow) {
    return !wide.contains("${") && comparable(wide, narrow) && WildcardPattern.of(wide).matches(narrow);
  }

  private static boolean resourceCovers(String wide, String narrow) {
    if (wide.equals("*")) {
      return true;
    }
    String[] wideParts = wide.split(":", 6);
    String[] narrowParts = narrow.split(":", 6);
    if (wideParts.length != 6 || narrowParts.length != 6) {
      return false;
    }
    for (int part = 0; part < 6; part++) {
      if (!textCovers(wideParts[part], narrowParts[part])) {
        return false;
      }
    }
    return true;
  }

  /** A question mark of the wide one must not be taken to cover a star of the narrow one. */
  private static boolean comparable(String wide, String narrow) {
    return wide.indexOf('?') < 0 || narrow.indexOf('*') < 0;
  }
}
