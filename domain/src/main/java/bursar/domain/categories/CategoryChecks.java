package bursar.domain.categories;

import bursar.domain.Failure;
import bursar.domain.costs.CostExpression;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules a cost category must obey (Cost Explorer API reference, {@code CostCategoryRule} and {@code CostCategorySplitChargeRule}). */
final class CategoryChecks {
  static final int RULES_MAX = 500;
  static final int SPLIT_RULES_MAX = 10;
  private static final int SPLIT_TARGETS_MAX = 500;
  private static final int DEPTH_MAX = 20;
  private static final Pattern NAME = Pattern.compile("(?! )[\\p{L}\\p{N}\\p{Z}_-]{1,50}(?<! )");
  private static final Pattern VALUE = Pattern.compile("(?! )[\\p{L}\\p{N}\\p{Z}_+=.:/@-]{1,50}(?<! )");
  private static final Set<String> DIMENSIONS = Set.of("LINKED_ACCOUNT", "LINKED_ACCOUNT_NAME", "SERVICE", "SERVICE_CODE", "RECORD_TYPE",
      "REGION", "USAGE_TYPE", "BILLING_ENTITY");

  private CategoryChecks() {}

  static void name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw invalid("The name '" + name + "' of a cost category has 1 to 50 letters, digits, spaces, - and _, and no space at its ends.");
    }
  }

  static void version(CategoryVersion version) {
    if (version.rules().isEmpty() || version.rules().size() > RULES_MAX) {
      throw invalid("A cost category has 1 to " + RULES_MAX + " rules, and this one has " + version.rules().size() + ".");
    }
    if (!version.defaultValue().isEmpty()) {
      value(version.defaultValue());
    }
    for (CategoryRule rule : version.rules()) {
      switch (rule) {
        case CategoryRule.Regular(String value, CostExpression expression) -> {
          value(value);
          if (expression instanceof CostExpression.Or) {
            throw invalid("The rule for '" + value + "' is an Or at its root, which is not supported. Write a rule for each part.");
          }
          expression(expression, 1);
        }
        case CategoryRule.Inherited inherited -> {
          if ((inherited.dimension() == CategoryRule.Source.TAG) == inherited.tagKey().isEmpty()) {
            throw invalid("An inherited value of dimension TAG names the tag in DimensionKey, and LINKED_ACCOUNT_NAME names none.");
          }
        }
      }
    }
    splits(version);
  }

  private static void value(String value) {
    if (!VALUE.matcher(value).matches()) {
      throw invalid("The value '" + value + "' has 1 to 50 letters, digits, spaces and signs of -_+=.:/@, and no space at its ends.");
    }
  }

  private static void expression(CostExpression expression, int depth) {
    if (depth > DEPTH_MAX) {
      throw invalid("A rule is nested deeper than " + DEPTH_MAX + " levels.");
    }
    switch (expression) {
      case CostExpression.And and -> and.parts().forEach(part -> expression(part, depth + 1));
      case CostExpression.Or or -> or.parts().forEach(part -> expression(part, depth + 1));
      case CostExpression.Not not -> expression(not.part(), depth + 1);
      case CostExpression.Leaf leaf -> {
        if (leaf.kind() == CostExpression.Kind.DIMENSION && !DIMENSIONS.contains(leaf.key())) {
          throw invalid("Rules of cost categories do not take the dimension " + leaf.key() + ". They take " + String.join(", ", DIMENSIONS.stream().sorted().toList())
              + ", tags and other cost categories.");
        }
        var unused = leaf.filter();
      }
    }
  }

  private static void splits(CategoryVersion version) {
    List<SplitRule> rules = version.splitRules();
    if (rules.size() > SPLIT_RULES_MAX) {
      throw invalid("A cost category has at most " + SPLIT_RULES_MAX + " split charge rules, and this one has " + rules.size() + ".");
    }
    Set<String> sources = new HashSet<>();
    for (SplitRule rule : rules) {
      if (!sources.add(rule.source())) {
        throw invalid("The value '" + rule.source() + "' is the source of two split charge rules; a source is used once.");
      }
    }
    for (SplitRule rule : rules) {
      split(rule, sources);
    }
  }

  private static void split(SplitRule rule, Set<String> sources) {
    if (rule.targets().isEmpty() || rule.targets().size() > SPLIT_TARGETS_MAX || new HashSet<>(rule.targets()).size() < rule.targets().size()) {
      throw invalid("The split of '" + rule.source() + "' has 1 to " + SPLIT_TARGETS_MAX + " targets, each once.");
    }
    for (String target : rule.targets()) {
      if (sources.contains(target)) {
        throw invalid("The value '" + target + "' is the source of a split charge rule, so it cannot be a target.");
      }
    }
    if (rule.method() != SplitRule.Method.FIXED && !rule.percentages().isEmpty()) {
      throw invalid("Only the method FIXED takes parameters, and the split of '" + rule.source() + "' is " + rule.method() + ".");
    }
    if (rule.method() == SplitRule.Method.FIXED) {
      BigDecimal sum = rule.percentages().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      boolean negative = rule.percentages().stream().anyMatch(part -> part.signum() < 0);
      if (rule.percentages().size() != rule.targets().size() || negative || sum.compareTo(BigDecimal.valueOf(100)) != 0) {
        throw invalid("The split of '" + rule.source() + "' has one ALLOCATION_PERCENTAGES value for each target, none negative, together 100.");
      }
    }
  }

  /** Refuses rules that come back to their own category by way of others. */
  static void cycles(CategoryDefinition changed, Function<String, @Nullable CategoryDefinition> others) {
    cycles(changed, changed.name(), others, new HashSet<>());
  }

  private static void cycles(CategoryDefinition at, String start, Function<String, @Nullable CategoryDefinition> others, Set<String> seen) {
    for (String name : at.versions().stream().flatMap(CategoryChecks::names).toList()) {
      if (name.equals(start)) {
        throw invalid("The rules of the cost category '" + start + "' refer to itself, directly or through other cost categories.");
      }
      CategoryDefinition next = seen.add(name) ? others.apply(name) : null;
      if (next != null) {
        cycles(next, start, others, seen);
      }
    }
  }

  /** The cost categories that the rules refer to. */
  static Stream<String> names(CategoryVersion version) {
    return version.rules().stream().flatMap(rule -> switch (rule) {
      case CategoryRule.Regular regular -> names(regular.rule());
      case CategoryRule.Inherited _ -> Stream.of();
    });
  }

  static Stream<String> names(CostExpression expression) {
    return switch (expression) {
      case CostExpression.And and -> and.parts().stream().flatMap(CategoryChecks::names);
      case CostExpression.Or or -> or.parts().stream().flatMap(CategoryChecks::names);
      case CostExpression.Not not -> names(not.part());
      case CostExpression.Leaf leaf -> leaf.kind() == CostExpression.Kind.COST_CATEGORY ? Stream.of(leaf.key()) : Stream.of();
    };
  }

  private static Failure invalid(String sentence) {
    return new Failure("ValidationException", sentence);
  }
}
