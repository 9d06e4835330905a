package bursar.operations.memory;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.Amount;
import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostQuery;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.DimensionValue;
import bursar.domain.costs.DimensionValuesQuery;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.LinkedAccountCharges;
import bursar.domain.costs.Metric;
import bursar.domain.costs.RowKeys;
import bursar.domain.costs.RowsQuery;
import bursar.domain.costs.TagsQuery;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.Visibility;
import bursar.policy.residual.Residual;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Cost rows in memory: every question is answered by looking at each row. All amounts are USD, all usage is Hrs. */
public final class InMemoryCosts implements CostStore {
  private final List<Row> rows = new ArrayList<>();

  /** A row. */
  public record Row(AccountId owner, LocalDate day, Map<Dimension, String> dimensions, Map<String, String> tags, BigDecimal cost) {
    Instant start() {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    String value(GroupKey of) {
      return switch (of) {
        case GroupKey.ByDimension by -> dimensions.get(by.dimension());
        case GroupKey.ByTag by -> tags.get(by.key());
        case GroupKey.ByCategory by -> by.category().valueOf(this::value);
        case GroupKey.BySourceCategory _, GroupKey.BySourceColumn _ -> null;
      };
    }
  }

  /** Adds a row of one service in one account. */
  public void add(AccountId owner, String day, String account, String service, String region, Map<String, String> tags, String cost) {
    Map<Dimension, String> dimensions = new EnumMap<>(Dimension.class);
    dimensions.put(Dimension.LINKED_ACCOUNT, account);
    dimensions.put(Dimension.SERVICE, service);
    if (region != null) {
      dimensions.put(Dimension.REGION, region);
    }
    dimensions.put(Dimension.USAGE_TYPE, "BoxUsage");
    dimensions.put(Dimension.RECORD_TYPE, "Usage");
    rows.add(new Row(owner, LocalDate.parse(day), dimensions, tags, new BigDecimal(cost)));
  }

  /** Adds a row of one record type, such as {@code Credit}, in one account. */
  public void addOfType(String recordType, AccountId owner, String day, String account, String cost) {
    rows.add(new Row(owner, LocalDate.parse(day),
        new EnumMap<>(Map.of(Dimension.LINKED_ACCOUNT, account, Dimension.RECORD_TYPE, recordType)), Map.of(), new BigDecimal(cost)));
  }

  private List<Row> seen(Visibility visibility, Predicate<Row> more) {
    return rows.stream().filter(row -> row.owner().equals(visibility.dataOwner()) && visibility.rows().holds(row::value)
        && ruled(visibility, visibility.rules().rows(), row) && more.test(row)).toList();
  }

  private static boolean ruled(Visibility visibility, Residual rule, Row row) {
    return rule.evaluate(key -> RowKeys.values(key, visibility.rules().facts(), row::value, row.tags(), Map.of(), row.start()));
  }

  private static Predicate<Row> in(TimeSpan span, CostFilter filter) {
    return row -> !row.start().isBefore(span.start()) && row.start().isBefore(span.end()) && filter.holds(row::value);
  }

  @Override
  public CostAnswer query(Visibility visibility, CostQuery query) {
    List<CostAnswer.Period> periods = new ArrayList<>();
    LocalDate day = query.span().firstDay();
    while (day.isBefore(query.span().endDay())) {
      LocalDate next = query.granularity() == Granularity.MONTHLY ? YearMonth.from(day).plusMonths(1).atDay(1) : day.plusDays(1);
      TimeSpan span = TimeSpan.ofDays(day, next.isAfter(query.span().endDay()) ? query.span().endDay() : next);
      List<Row> found = seen(visibility, in(span, query.filter()));
      Map<List<String>, List<Row>> groups = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
      if (!query.groupBy().isEmpty()) {
        found.forEach(row -> groups.computeIfAbsent(keys(query.groupBy(), row), key -> new ArrayList<>()).add(row));
      }
      periods.add(new CostAnswer.Period(span, sums(visibility, query.metrics(), found),
          groups.entrySet().stream().map(group -> new CostAnswer.Group(group.getKey(), sums(visibility, query.metrics(), group.getValue()))).toList()));
      day = next;
    }
    return new CostAnswer(periods);
  }

  private static List<String> keys(List<GroupKey> groupBy, Row row) {
    return groupBy.stream().map(key -> Objects.requireNonNullElse(row.value(key), "")).toList();
  }

  private static Map<Metric, Amount> sums(Visibility visibility, List<Metric> metrics, List<Row> found) {
    Map<Metric, Amount> sums = new HashMap<>();
    for (Metric metric : metrics) {
      List<Row> counted = found.stream().filter(row -> ruled(visibility, visibility.rules().rowsFor(metric), row)).toList();
      BigDecimal sum = counted.stream().map(Row::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
      sums.put(metric, metric.isMoney() ? new Amount(sum, "USD") : new Amount(BigDecimal.valueOf(counted.size()), "Hrs"));
    }
    return sums;
  }

  @Override
  public List<DimensionValue> values(Visibility visibility, DimensionValuesQuery query) {
    TreeSet<String> values = new TreeSet<>();
    seen(visibility, in(query.span(), query.filter())).forEach(row -> {
      String value = row.dimensions().get(query.dimension());
      if (value != null && (query.search() == null || value.contains(query.search()))) {
        values.add(value);
      }
    });
    return values.stream().map(value -> new DimensionValue(value, null)).toList();
  }

  @Override
  public List<String> tagKeys(Visibility visibility, TagsQuery query) {
    TreeSet<String> keys = new TreeSet<>();
    seen(visibility, in(query.span(), query.filter())).forEach(row -> keys.addAll(row.tags().keySet()));
    return List.copyOf(keys);
  }

  @Override
  public List<String> valuesOf(Visibility visibility, GroupKey of, TagsQuery query) {
    TreeSet<String> values = new TreeSet<>();
    seen(visibility, in(query.span(), query.filter())).stream().map(row -> row.value(of)).filter(Objects::nonNull).forEach(values::add);
    return List.copyOf(values);
  }

  @Override
  public List<String> sourceCategories(Visibility visibility, TagsQuery query) {
    return List.of();
  }

  @Override
  public SortedSet<String> sourceColumns(Visibility visibility) {
    return new TreeSet<>();
  }

  @Override
  public long rows(Visibility visibility, RowsQuery query, Consumer<List<Object>> reader) {
    throw new UnsupportedOperationException("no operation that is tested in memory reads single rows");
  }

  @Override
  public SortedSet<YearMonth> months(Visibility visibility) {
    TreeSet<YearMonth> months = new TreeSet<>();
    seen(visibility, row -> true).forEach(row -> months.add(YearMonth.from(row.day())));
    return months;
  }

  @Override
  public SortedSet<String> currencies(Visibility visibility, TimeSpan span) {
    return new TreeSet<>(seen(visibility, in(span, CostFilter.EVERYTHING)).isEmpty() ? List.of() : List.of("USD"));
  }

  @Override
  public List<LinkedAccountCharges> linkedAccounts(Visibility visibility) {
    TreeMap<String, List<Row>> byAccount = new TreeMap<>();
    seen(visibility, row -> true)
        .forEach(row -> byAccount.computeIfAbsent(row.dimensions().get(Dimension.LINKED_ACCOUNT), id -> new ArrayList<>()).add(row));
    return byAccount.entrySet().stream().map(entry -> new LinkedAccountCharges(entry.getKey(), null, "USD",
        entry.getValue().stream().map(Row::cost).reduce(BigDecimal.ZERO, BigDecimal::add),
        entry.getValue().stream().map(row -> YearMonth.from(row.day())).min(YearMonth::compareTo).orElseThrow(),
        entry.getValue().stream().map(row -> YearMonth.from(row.day())).max(YearMonth::compareTo).orElseThrow())).toList();
  }
}
