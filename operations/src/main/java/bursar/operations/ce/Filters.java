package bursar.operations.ce;

import bursar.domain.Failure;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.ValueMatch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.model.CostCategoryValues;
import software.amazon.awssdk.services.costexplorer.model.DimensionValues;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.TagValues;

/** Turns Cost Explorer's filter expressions into those of the cost store. */
final class Filters {
  private static final int DEPTH_MAX = 20;
  /** How many exact values one filter may compare with, and how many parts of texts: each part is looked for in every row. */
  private static final int VALUES_MAX = 5_000;

  private static final int TEXT_PARTS_MAX = 100;

  private int values;
  private int textParts;

  private Filters() {}

  /**
   * The filter that was asked for; everything when there is none.
   *
   * @throws Failure {@code ValidationException} for an expression that breaks a rule, naming it
   */
  static CostFilter of(@Nullable Expression expression) {
    return expression == null ? CostFilter.EVERYTHING : new Filters().filter(expression, 1);
  }

  private CostFilter filter(Expression node, int depth) {
    if (depth > DEPTH_MAX) {
      throw new Failure("ValidationException", "The filter is nested deeper than " + DEPTH_MAX + " levels. Write it flatter.");
    }
    refuseSeveralOperators(node);
    if (node.hasAnd()) {
      return new CostFilter.And(parts("And", node.and(), depth));
    } else if (node.hasOr()) {
      return new CostFilter.Or(parts("Or", node.or(), depth));
    } else if (node.not() != null) {
      return new CostFilter.Not(filter(node.not(), depth + 1));
    } else if (node.dimensions() != null) {
      return dimension(node.dimensions());
    } else if (node.tags() != null) {
      return tag(node.tags());
    } else if (node.costCategories() != null) {
      return category(node.costCategories());
    }
    throw new Failure("ValidationException", "An expression of the filter is empty. Give it one of And, Or, Not, Dimensions, Tags and CostCategories.");
  }

  private static void refuseSeveralOperators(Expression node) {
    List<String> found = new ArrayList<>();
    addIf(node.hasAnd(), "And", found);
    addIf(node.hasOr(), "Or", found);
    addIf(node.not() != null, "Not", found);
    addIf(node.dimensions() != null, "Dimensions", found);
    addIf(node.tags() != null, "Tags", found);
    addIf(node.costCategories() != null, "CostCategories", found);
    if (found.size() > 1) {
      throw new Failure("ValidationException", "An expression has only one operator or one set of values, and this one has "
          + String.join(" and ", found) + ". Put them as parts of one And or Or.");
    }
  }

  private static void addIf(boolean there, String name, List<String> found) {
    if (there) {
      found.add(name);
    }
  }

  private List<CostFilter> parts(String operator, List<Expression> expressions, int depth) {
    if (expressions.size() < 2) {
      throw new Failure("ValidationException", operator + " joins at least two expressions, and here it has " + expressions.size() + ".");
    }
    return expressions.stream().map(part -> filter(part, depth + 1)).toList();
  }

  private ValueMatch counted(ValueMatch match) {
    values += Math.max(1, match.values().size());
    if (match.comparison() != ValueMatch.Comparison.EQUALS || !match.caseSensitive()) {
      textParts += match.values().size();
    }
    if (values > VALUES_MAX || textParts > TEXT_PARTS_MAX) {
      throw new Failure("ValidationException", "The filter compares with more than " + VALUES_MAX + " values, or with more than "
          + TEXT_PARTS_MAX + " by STARTS_WITH, ENDS_WITH, CONTAINS or CASE_INSENSITIVE. Ask for fewer at a time.");
    }
    return match;
  }

  private CostFilter dimension(DimensionValues asked) {
    String key = asked.keyAsString();
    if (key == null) {
      throw new Failure("ValidationException", "A dimension of the filter has no Key.");
    }
    Dimension dimension = Dimension.named(key);
    ValueMatch match = counted(match("the dimension " + key, asked.values(), asked.matchOptionsAsStrings()));
    CostFilter filter = CostFilter.dimension(dimension, match);
    boolean meansAbsent = match.comparison() == ValueMatch.Comparison.EQUALS && match.values().contains(AbsentValues.word(dimension));
    return meansAbsent ? CostFilter.or(filter, CostFilter.dimension(dimension, ValueMatch.absent())) : filter;
  }

  /** An empty value among others means rows without the tag, as in Cost Explorer. */
  private CostFilter tag(TagValues asked) {
    String key = asked.key();
    if (key == null || key.isEmpty()) {
      throw new Failure("ValidationException", "A tag of the filter has no Key.");
    }
    ValueMatch match = counted(match("the tag " + key, asked.values(), asked.matchOptionsAsStrings()));
    CostFilter filter = CostFilter.tag(key, match);
    boolean meansAbsent = match.comparison() == ValueMatch.Comparison.EQUALS && match.values().contains("");
    return meansAbsent ? CostFilter.or(filter, CostFilter.tag(key, ValueMatch.absent())) : filter;
  }

  /** An empty value among others means rows without a value of the category. */
  private CostFilter category(CostCategoryValues asked) {
    String key = asked.key();
    if (key == null || key.isEmpty()) {
      throw new Failure("ValidationException", "A cost category of the filter has no Key.");
    }
    ValueMatch match = counted(match("the cost category " + key, asked.values(), asked.matchOptionsAsStrings()));
    GroupKey category = new GroupKey.BySourceCategory(key);
    CostFilter filter = new CostFilter.ValueIn(category, match);
    boolean meansAbsent = match.comparison() == ValueMatch.Comparison.EQUALS && match.values().contains("");
    return meansAbsent ? CostFilter.or(filter, new CostFilter.ValueIn(category, ValueMatch.absent())) : filter;
  }

  private static ValueMatch match(String subject, List<String> values, List<String> options) {
    Set<String> known = new LinkedHashSet<>(options);
    if (known.contains("ABSENT")) {
      return ValueMatch.of(List.of(), known);
    }
    if (values.isEmpty()) {
      throw new Failure("ValidationException", "The filter on " + subject + " has no Values.");
    }
    return ValueMatch.of(values, known);
  }
}
