package bursar.domain.categories;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostQuery;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.DimensionValue;
import bursar.domain.costs.DimensionValuesQuery;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.LinkedAccountCharges;
import bursar.domain.costs.RowsQuery;
import bursar.domain.costs.TagsQuery;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.Visibility;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Costs as the owner of the data manages them: the names of cost categories mean what the owner has defined, month by month, and inactive
 * tags are left out. What policies ask of rows is untouched. A question over months with different meanings is asked for each stretch.
 */
public final class ManagedCosts implements CostStore {
  private final CostStore costs;
  private final CostCategories categories;
  private final CostTags tags;

  /** Over that store. */
  public ManagedCosts(CostStore costs, CostCategories categories, CostTags tags) {
    this.costs = costs;
    this.categories = categories;
    this.tags = tags;
  }

  private record Stretch(TimeSpan span, Meaning meaning) {}

  /** The stretches of the span, in order, each with one meaning of every name. */
  private List<Stretch> stretches(AccountId owner, TimeSpan span) {
    Map<String, CategoryDefinition> defined = categories.ofOwner(owner);
    Map<String, TagActivation> activations = tags.of(owner);
    TreeSet<YearMonth> changes = Stream.concat(
            defined.values().stream().flatMap(one -> one.versions().stream()).map(CategoryVersion::effectiveStart),
            activations.values().stream().flatMap(one -> one.hidden().stream()).flatMap(months -> Stream.of(months.from(), months.until())))
        .collect(Collectors.toCollection(TreeSet::new));
    List<Stretch> stretches = new ArrayList<>();
    java.time.Instant from = span.start();
    for (YearMonth change : changes) {
      java.time.Instant at = change.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      if (at.isAfter(from) && at.isBefore(span.end())) {
        stretches.add(stretch(new TimeSpan(from, at), defined, activations));
        from = at;
      }
    }
    stretches.add(stretch(new TimeSpan(from, span.end()), defined, activations));
    return stretches;
  }

  private static Stretch stretch(TimeSpan span, Map<String, CategoryDefinition> defined, Map<String, TagActivation> activations) {
    YearMonth month = YearMonth.from(span.firstDay());
    return new Stretch(span, new Meaning(defined, one -> one.in(month), key -> {
      TagActivation known = activations.get(key);
      return known != null && known.hiddenIn(month);
    }));
  }

  private static boolean plain(List<GroupKey> keys, CostFilter filter) {
    return keys.stream().allMatch(key -> key instanceof GroupKey.ByDimension) && plain(filter);
  }

  private static boolean plain(CostFilter filter) {
    return switch (filter) {
      case CostFilter.And and -> and.parts().stream().allMatch(ManagedCosts::plain);
      case CostFilter.Or or -> or.parts().stream().allMatch(ManagedCosts::plain);
      case CostFilter.Not not -> plain(not.part());
      case CostFilter.ValueIn in -> in.of() instanceof GroupKey.ByDimension;
    };
  }

  @Override
  public CostAnswer query(Visibility visibility, CostQuery query) {
    if (plain(query.groupBy(), query.filter())) {
      return costs.query(visibility, query);
    }
    List<CostAnswer.Period> periods = new ArrayList<>();
    for (Stretch stretch : stretches(visibility.dataOwner(), query.span())) {
      periods.addAll(costs.query(visibility, new CostQuery(stretch.span(), query.granularity(), query.metrics(),
          stretch.meaning().filter(query.filter()), query.groupBy().stream().map(stretch.meaning()::key).toList())).periods());
    }
    return new CostAnswer(periods);
  }

  private List<String> united(Visibility visibility, TagsQuery query, BiFunction<Stretch, TagsQuery, List<String>> ask) {
    TreeSet<String> found = new TreeSet<>();
    for (Stretch stretch : stretches(visibility.dataOwner(), query.span())) {
      found.addAll(ask.apply(stretch, new TagsQuery(stretch.span(), query.search(), stretch.meaning().filter(query.filter()))));
    }
    return List.copyOf(found);
  }

  @Override
  public List<DimensionValue> values(Visibility visibility, DimensionValuesQuery query) {
    if (plain(query.filter())) {
      return costs.values(visibility, query);
    }
    TreeMap<String, DimensionValue> found = new TreeMap<>();
    Dimension dimension = query.dimension();
    for (Stretch stretch : stretches(visibility.dataOwner(), query.span())) {
      costs.values(visibility, new DimensionValuesQuery(stretch.span(), dimension, query.search(), stretch.meaning().filter(query.filter())))
          .forEach(value -> found.put(value.value(), value));
    }
    return List.copyOf(found.values());
  }

  @Override
  public List<String> tagKeys(Visibility visibility, TagsQuery query) {
    return united(visibility, query, (stretch, asked) ->
        costs.tagKeys(visibility, asked).stream().filter(key -> !stretch.meaning().hides(key)).toList());
  }

  @Override
  public List<String> valuesOf(Visibility visibility, GroupKey of, TagsQuery query) {
    return united(visibility, query, (stretch, asked) -> costs.valuesOf(visibility, stretch.meaning().key(of), asked));
  }

  /** The names of all cost categories that give a visible row a value: the owner's and, where these do not say otherwise, the source's. */
  @Override
  public List<String> sourceCategories(Visibility visibility, TagsQuery query) {
    TreeSet<String> names = new TreeSet<>(united(visibility, query, (stretch, asked) -> costs.sourceCategories(visibility, asked)));
    String search = query.search() == null ? "" : query.search().toLowerCase(java.util.Locale.ROOT);
    TagsQuery all = new TagsQuery(query.span(), null, query.filter());
    for (String name : categories.ofOwner(visibility.dataOwner()).keySet()) {
      names.remove(name);
      if (name.toLowerCase(java.util.Locale.ROOT).contains(search)
          && !valuesOf(visibility, new GroupKey.BySourceCategory(name), all).isEmpty()) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  @Override
  public SortedSet<String> sourceColumns(Visibility visibility) {
    return costs.sourceColumns(visibility);
  }

  /** Rows as the source has them: tags and categories are handed over as they are, for exports. */
  @Override
  public long rows(Visibility visibility, RowsQuery query, Consumer<List<@Nullable Object>> reader) {
    return costs.rows(visibility, query, reader);
  }

  @Override
  public SortedSet<YearMonth> months(Visibility visibility) {
    return costs.months(visibility);
  }

  @Override
  public SortedSet<String> currencies(Visibility visibility, TimeSpan span) {
    return costs.currencies(visibility, span);
  }

  @Override
  public List<LinkedAccountCharges> linkedAccounts(Visibility visibility) {
    return costs.linkedAccounts(visibility);
  }
}
