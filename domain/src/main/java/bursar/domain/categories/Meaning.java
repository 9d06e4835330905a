package bursar.domain.categories;

import bursar.domain.costs.CostCategory;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.GroupKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the names of cost categories and tags mean in some months: defined categories stand in for names, inactive tags for nothing. */
final class Meaning {
  private final Map<String, CategoryDefinition> defined;
  private final Function<CategoryDefinition, Optional<CategoryVersion>> version;
  private final Predicate<String> hiddenTag;
  private final Map<String, CostCategory> made = new HashMap<>();

  Meaning(Map<String, CategoryDefinition> defined, Function<CategoryDefinition, Optional<CategoryVersion>> version, Predicate<String> hiddenTag) {
    this.defined = defined;
    this.version = version;
    this.hiddenTag = hiddenTag;
  }

  /** The defined category of that name; null where there is none. */
  @Nullable CostCategory category(String name) {
    CategoryDefinition definition = defined.get(name);
    if (definition == null) {
      return null;
    }
    CostCategory known = made.get(name);
    if (known == null) {
      known = version.apply(definition).map(one -> category(name, one)).orElseGet(() -> nothing(name));
      made.put(name, known);
    }
    return known;
  }

  private CostCategory category(String name, CategoryVersion one) {
    List<CostCategory.Rule> rules = one.rules().stream().<CostCategory.Rule>map(rule -> switch (rule) {
      case CategoryRule.Regular regular -> new CostCategory.Rule.Regular(regular.value(), filter(regular.rule().filter()));
      case CategoryRule.Inherited inherited -> new CostCategory.Rule.Inherited(key(inherited.from()));
    }).toList();
    return new CostCategory(name, rules, one.defaultValue().isEmpty() ? null : one.defaultValue());
  }

  private static CostCategory nothing(String name) {
    return new CostCategory(name, List.of(), null);
  }

  GroupKey key(GroupKey key) {
    return switch (key) {
      case GroupKey.BySourceCategory(String name) -> {
        CostCategory category = category(name);
        yield category == null ? key : new GroupKey.ByCategory(category);
      }
      case GroupKey.ByTag(String tag) -> hiddenTag.test(tag) ? new GroupKey.ByCategory(nothing(tag)) : key;
      case GroupKey.ByDimension _, GroupKey.ByCategory _, GroupKey.BySourceColumn _ -> key;
    };
  }

  CostFilter filter(CostFilter filter) {
    return switch (filter) {
      case CostFilter.And and -> new CostFilter.And(and.parts().stream().map(this::filter).toList());
      case CostFilter.Or or -> new CostFilter.Or(or.parts().stream().map(this::filter).toList());
      case CostFilter.Not not -> new CostFilter.Not(filter(not.part()));
      case CostFilter.ValueIn in -> new CostFilter.ValueIn(key(in.of()), in.match());
    };
  }

  boolean hides(String tag) {
    return hiddenTag.test(tag);
  }
}
