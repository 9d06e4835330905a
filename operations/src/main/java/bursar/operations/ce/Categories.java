package bursar.operations.ce;

import bursar.domain.Failure;
import bursar.domain.categories.CategoryDefinition;
import bursar.domain.categories.CategoryRule;
import bursar.domain.categories.CategoryVersion;
import bursar.domain.categories.SplitRule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.model.CostCategory;
import software.amazon.awssdk.services.costexplorer.model.CostCategoryInheritedValueDimension;
import software.amazon.awssdk.services.costexplorer.model.CostCategoryProcessingStatus;
import software.amazon.awssdk.services.costexplorer.model.CostCategoryReference;
import software.amazon.awssdk.services.costexplorer.model.CostCategoryRule;
import software.amazon.awssdk.services.costexplorer.model.CostCategorySplitChargeRule;
import software.amazon.awssdk.services.costexplorer.model.CostCategorySplitChargeRuleParameter;
import software.amazon.awssdk.services.costexplorer.model.ResourceTag;

/** Cost categories between Cost Explorer's shapes and their definitions. */
final class Categories {
  static final String RULE_VERSION = "CostCategoryExpression.v1";
  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");

  private Categories() {}

  /** The month that begins at that moment; null without one. */
  static @Nullable YearMonth monthStart(String member, @Nullable String text) {
    if (text == null) {
      return null;
    }
    Instant at = moment(member, text);
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    if (!at.equals(YearMonth.from(day).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant())) {
      throw new Failure("ValidationException", member + " '" + text + "' is not the beginning of a month. Write it as YYYY-MM-01T00:00:00Z.");
    }
    return YearMonth.from(day);
  }

  /** The month in which that moment lies; null without one. */
  static @Nullable YearMonth monthOf(String member, @Nullable String text) {
    return text == null ? null : YearMonth.from(moment(member, text).atZone(ZoneOffset.UTC));
  }

  private static Instant moment(String member, String text) {
    try {
      if (MOMENT.matcher(text).matches()) {
        return Instant.parse(text);
      }
    } catch (DateTimeException e) {
      throw new Failure("ValidationException", member + " '" + text + "' is no moment: " + e.getMessage());
    }
    throw new Failure("ValidationException", member + " '" + text + "' is no moment. Write it as YYYY-MM-DDThh:mm:ssZ.");
  }

  static String written(YearMonth month) {
    return month.atDay(1) + "T00:00:00Z";
  }

  /** Fills a version with what a request says. */
  static UnaryOperator<CategoryVersion> version(List<CostCategoryRule> rules, @Nullable String defaultValue, List<CostCategorySplitChargeRule> splits) {
    List<CategoryRule> kept = rules.stream().map(Categories::rule).toList();
    List<SplitRule> shares = splits.stream().map(Categories::split).toList();
    return start -> new CategoryVersion(start.effectiveStart(), kept, defaultValue == null ? "" : defaultValue, shares);
  }

  private static CategoryRule rule(CostCategoryRule rule) {
    String type = rule.typeAsString() == null ? "REGULAR" : rule.typeAsString();
    return switch (type) {
      case "REGULAR" -> {
        if (rule.rule() == null || rule.value() == null || rule.inheritedValue() != null) {
          throw new Failure("ValidationException", "A rule of type REGULAR has a Value and a Rule, and no InheritedValue.");
        }
        yield new CategoryRule.Regular(rule.value(), Expressions.kept(rule.rule()));
      }
      case "INHERITED_VALUE" -> {
        CostCategoryInheritedValueDimension from = rule.inheritedValue();
        if (from == null || rule.rule() != null || rule.value() != null || !Set.of("LINKED_ACCOUNT_NAME", "TAG").contains(String.valueOf(from.dimensionNameAsString()))) {
          throw new Failure("ValidationException",
              "A rule of type INHERITED_VALUE has an InheritedValue of DimensionName LINKED_ACCOUNT_NAME or TAG, and neither Value nor Rule.");
        }
        String key = from.dimensionKey() == null ? "" : from.dimensionKey();
        yield new CategoryRule.Inherited(CategoryRule.Source.valueOf(from.dimensionNameAsString()), key);
      }
      default -> throw new Failure("ValidationException", "There is no type of rules '" + type + "'; it is REGULAR or INHERITED_VALUE.");
    };
  }

  private static SplitRule split(CostCategorySplitChargeRule rule) {
    if (rule.source() == null || !Set.of("PROPORTIONAL", "FIXED", "EVEN").contains(String.valueOf(rule.methodAsString()))) {
      throw new Failure("ValidationException", "A split charge rule has a Source, Targets, and a Method: PROPORTIONAL, FIXED or EVEN.");
    }
    List<BigDecimal> percentages = rule.parameters().stream().flatMap(parameter -> parameter.values().stream()).map(Categories::percentage).toList();
    return new SplitRule(rule.source(), rule.targets(), SplitRule.Method.valueOf(rule.methodAsString()), percentages);
  }

  private static BigDecimal percentage(String text) {
    if (!text.matches("\\d{1,3}(\\.\\d{1,10})?")) {
      throw new Failure("ValidationException", "'" + text + "' is no percentage.");
    }
    return new BigDecimal(text);
  }

  /** A version of a definition as Cost Explorer writes it. */
  static CostCategory written(CategoryDefinition definition, CategoryVersion version) {
    return CostCategory.builder().costCategoryArn(definition.arn()).name(definition.name()).effectiveStart(written(version.effectiveStart()))
        .effectiveEnd(definition.endOf(version).map(Categories::written).orElse(null)).ruleVersion(RULE_VERSION)
        .rules(version.rules().stream().map(Categories::written).toList())
        .splitChargeRules(version.splitRules().isEmpty() ? null : version.splitRules().stream().map(Categories::written).toList())
        .defaultValue(version.defaultValue().isEmpty() ? null : version.defaultValue()).processingStatus(applied()).build();
  }

  /** Answers are made of definitions when they are asked for, so nothing is ever left to process. */
  private static CostCategoryProcessingStatus applied() {
    return CostCategoryProcessingStatus.builder().component("COST_EXPLORER").status("APPLIED").build();
  }

  private static CostCategoryRule written(CategoryRule rule) {
    return switch (rule) {
      case CategoryRule.Regular(String value, var expression) ->
          CostCategoryRule.builder().type("REGULAR").value(value).rule(Expressions.written(expression)).build();
      case CategoryRule.Inherited(CategoryRule.Source dimension, String key) -> CostCategoryRule.builder().type("INHERITED_VALUE")
          .inheritedValue(from -> from.dimensionName(dimension.name()).dimensionKey(key.isEmpty() ? null : key)).build();
    };
  }

  private static CostCategorySplitChargeRule written(SplitRule rule) {
    CostCategorySplitChargeRule.Builder written =
        CostCategorySplitChargeRule.builder().source(rule.source()).targets(rule.targets()).method(rule.method().name());
    if (!rule.percentages().isEmpty()) {
      written.parameters(CostCategorySplitChargeRuleParameter.builder().type("ALLOCATION_PERCENTAGES")
          .values(rule.percentages().stream().map(BigDecimal::toPlainString).toList()).build());
    }
    return written.build();
  }

  static CostCategoryReference reference(CategoryDefinition definition, CategoryVersion version) {
    List<String> values = version.rules().stream().filter(CategoryRule.Regular.class::isInstance)
        .map(rule -> ((CategoryRule.Regular) rule).value()).distinct().toList();
    return CostCategoryReference.builder().costCategoryArn(definition.arn()).name(definition.name())
        .effectiveStart(written(version.effectiveStart())).effectiveEnd(definition.endOf(version).map(Categories::written).orElse(null))
        .numberOfRules(version.rules().size()).processingStatus(applied()).values(values)
        .defaultValue(version.defaultValue().isEmpty() ? null : version.defaultValue()).build();
  }

  /** Resource tags, each key once. */
  static Map<String, String> tags(List<ResourceTag> given) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (ResourceTag tag : given) {
      if (tag.key() == null || tag.key().isEmpty() || tag.value() == null) {
        throw new Failure("ValidationException", "A resource tag has a Key and a Value.");
      }
      tags.put(tag.key(), tag.value());
    }
    return tags;
  }
}
