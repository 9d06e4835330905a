package bursar.storage.costs;

import bursar.domain.Failure;
import bursar.domain.costs.Amount;
import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostQuery;
import bursar.domain.costs.CostSegment;
import bursar.domain.costs.CostSegmentStore;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.DimensionValue;
import bursar.domain.costs.DimensionValuesQuery;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.LinkedAccountCharges;
import bursar.domain.costs.Metric;
import bursar.domain.costs.RowFacts;
import bursar.domain.costs.RowsQuery;
import bursar.domain.costs.TagsQuery;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.Visibility;
import bursar.policy.residual.Residual;
import java.io.FileNotFoundException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Answers questions from the published months' files. */
final class DuckDbCostStore implements CostStore {
  /** How often a question is begun anew because an import replaced a file between finding and opening it. */
  private static final int ATTEMPTS_MAX = 10;

  /** How many groups of all periods together an answer may have. */
  private static final int GROUPS_MAX = 250_000;

  private static final Field<LocalDateTime> START = DSL.field(DSL.name(CostLine.START), LocalDateTime.class);
  private static final Field<String> CURRENCY = DSL.field(DSL.name(CostLine.CURRENCY), String.class);
  private static final Field<String> ACCOUNT_NAME = RowValueSql.value(new GroupKey.ByDimension(Dimension.LINKED_ACCOUNT_NAME));
  private static final Field<String> UNIT = DSL.field(DSL.name(CostLine.UNIT), String.class);

  private final CostEngine engine;
  private final CostSegmentStore segments;
  private final SegmentAttachments attachments;
  private final int combinationsMax;

  DuckDbCostStore(CostEngine engine, CostSegmentStore segments, SegmentAttachments attachments) {
    this(engine, segments, attachments, RowRuleSql.COMBINATIONS_MAX);
  }

  /** A store that asks a condition of policies about at most that many combinations of values. */
  DuckDbCostStore(CostEngine engine, CostSegmentStore segments, SegmentAttachments attachments, int combinationsMax) {
    this.combinationsMax = combinationsMax;
    this.engine = engine;
    this.segments = segments;
    this.attachments = attachments;
  }

  @Override
  public CostAnswer query(Visibility visibility, CostQuery query) {
    PeriodCalendar calendar = PeriodCalendar.of(query.span(), query.granularity());
    List<CostSegment> published = new ArrayList<>();
    Reading reading = new Reading(visibility, query.span(), null, query.filter(), columnsOf(query), query.metrics());
    List<SummedRow> rows = read(reading, published, (dsl, lines) -> summed(dsl, lines, query));
    if (query.metrics().stream().anyMatch(Metric::isMoney)) {
      refuseSeveral(rows.stream().flatMap(row -> row.currencies().stream()).collect(Collectors.toCollection(TreeSet::new)));
    }
    return new AnswerAssembly(query, calendar, currencyOfNothing(published)).answer(rows);
  }

  private static Stream<String> columnsOf(CostQuery query) {
    return Stream.concat(Stream.of(CostLine.CURRENCY, CostLine.UNIT),
        Stream.concat(query.groupBy().stream().flatMap(RowValueSql::columns), query.metrics().stream().map(CostLine::columnOf)));
  }

  private static List<SummedRow> summed(DSLContext dsl, Lines lines, CostQuery query) {
    Field<LocalDateTime> period = DSL.field("date_trunc({0}, {1})", LocalDateTime.class, DSL.inline(truncation(query)), START).as("period");
    List<SelectField<?>> inner = new ArrayList<>(List.of(period, CURRENCY, UNIT));
    List<Field<String>> keys = new ArrayList<>();
    for (GroupKey key : query.groupBy()) {
      Field<String> named = DSL.coalesce(RowValueSql.value(key), DSL.inline("")).as("key" + keys.size());
      inner.add(named);
      keys.add(DSL.field(named.getUnqualifiedName(), String.class));
    }
    List<Field<BigDecimal>> sums = new ArrayList<>();
    for (Metric metric : query.metrics()) {
      Field<BigDecimal> amount = lines.amount(metric).as(CostLine.columnOf(metric));
      inner.add(amount);
      sums.add(DSL.sum(DSL.field(amount.getUnqualifiedName(), BigDecimal.class)));
    }
    Field<LocalDateTime> periodName = DSL.field(DSL.name("period"), LocalDateTime.class);
    List<SelectField<?>> outer = new ArrayList<>(List.of(periodName));
    outer.addAll(keys);
    outer.addAll(List.of(DSL.min(CURRENCY), DSL.max(CURRENCY), DSL.min(UNIT), DSL.max(UNIT)));
    outer.addAll(sums);
    List<Field<?>> grouping = new ArrayList<>(keys);
    grouping.add(periodName);
    Result<? extends Record> result = dsl.select(outer).from(dsl.select(inner).from(lines.table()).where(lines.condition()).asTable("asked"))
        .groupBy(grouping).limit(GROUPS_MAX + 1).fetch();
    if (result.size() > GROUPS_MAX) {
      throw new Failure("LimitExceededException", "The answer would have more than " + GROUPS_MAX
          + " groups. Ask for a shorter time, a coarser granularity, or fewer values by a filter.");
    }
    return result.map(row -> summedRow(row, keys.size(), sums.size()));
  }

  private static SummedRow summedRow(Record row, int keyCount, int sumCount) {
    List<String> keys = new ArrayList<>();
    for (int at = 1; at <= keyCount; at++) {
      keys.add(row.get(at, String.class));
    }
    List<BigDecimal> sums = new ArrayList<>();
    for (int at = keyCount + 5; at < keyCount + 5 + sumCount; at++) {
      sums.add(row.get(at, BigDecimal.class));
    }
    TreeSet<String> currencies = new TreeSet<>(List.of(row.get(keyCount + 1, String.class), row.get(keyCount + 2, String.class)));
    String unit = row.get(keyCount + 3, String.class);
    boolean one = unit != null && unit.equals(row.get(keyCount + 4, String.class));
    return new SummedRow(row.get(0, LocalDateTime.class).toInstant(ZoneOffset.UTC), keys, currencies, one ? unit : Amount.MIXED, sums);
  }

  private static String truncation(CostQuery query) {
    return switch (query.granularity()) {
      case HOURLY -> "hour";
      case DAILY -> "day";
      case MONTHLY -> "month";
    };
  }

  private static void refuseSeveral(SortedSet<String> currencies) {
    if (currencies.size() > 1) {
      throw new Failure("ValidationException", "The costs asked for are in several currencies (" + String.join(", ", currencies)
          + "), which cannot be added. Filter on the dimension CURRENCY to choose one.");
    }
  }

  private static String currencyOfNothing(List<CostSegment> published) {
    List<String> known = published.stream().flatMap(segment -> segment.currencies().stream()).distinct().toList();
    return known.size() == 1 ? known.getFirst() : "USD";
  }

  @Override
  public List<DimensionValue> values(Visibility visibility, DimensionValuesQuery query) {
    Field<String> field = RowValueSql.value(new GroupKey.ByDimension(query.dimension()));
    Field<String> description =
        query.dimension() == Dimension.LINKED_ACCOUNT ? DSL.max(ACCOUNT_NAME) : DSL.inline((String) null, SQLDataType.VARCHAR);
    Stream<String> columns = Stream.of(query.dimension(), Dimension.LINKED_ACCOUNT_NAME).map(CostLine::columnOf).filter(Objects::nonNull);
    return read(Reading.of(visibility, query.span(), query.filter(), columns), (dsl, lines) -> dsl.select(field, description)
        .from(lines.table()).where(lines.condition()).and(field.isNotNull()).and(found(field, query.search()))
        .groupBy(field).orderBy(field)
        .fetch(row -> new DimensionValue(row.value1(), row.value2())));
  }

  @Override
  public List<String> tagKeys(Visibility visibility, TagsQuery query) {
    return keysOf(CostLine.TAGS, visibility, query);
  }

  @Override
  public List<String> sourceCategories(Visibility visibility, TagsQuery query) {
    return keysOf(CostLine.SOURCE_CATEGORIES, visibility, query);
  }

  private List<String> keysOf(String map, Visibility visibility, TagsQuery query) {
    Field<String> key = DSL.field(DSL.name("map_key"), String.class);
    Field<String> keys = DSL.field("unnest(map_keys({0}))", String.class, DSL.field(DSL.name(map))).as("map_key");
    return read(Reading.of(visibility, query.span(), query.filter(), Stream.of(map)), (dsl, lines) -> dsl.selectDistinct(key)
        .from(dsl.select(keys).from(lines.table()).where(lines.condition()).asTable("keyed"))
        .where(found(key, query.search())).orderBy(key).fetch(0, String.class));
  }

  @Override
  public List<String> valuesOf(Visibility visibility, GroupKey of, TagsQuery query) {
    Field<String> value = DSL.field(DSL.name("row_value"), String.class);
    return read(Reading.of(visibility, query.span(), query.filter(), RowValueSql.columns(of)), (dsl, lines) -> dsl.selectDistinct(value)
        .from(dsl.select(RowValueSql.value(of).as("row_value")).from(lines.table()).where(lines.condition()).asTable("valued"))
        .where(value.isNotNull()).and(found(value, query.search())).orderBy(value).fetch(0, String.class));
  }

  @Override
  public SortedSet<String> sourceColumns(Visibility visibility) {
    SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    try (SegmentAttachments.Lease lease = leased(visibility, segment -> true, new ArrayList<>())) {
      lease.tables().forEach(table -> table.sourceColumns().forEach(names::add));
    }
    return names;
  }

  @Override
  public long rows(Visibility visibility, RowsQuery query, Consumer<List<@Nullable Object>> reader) {
    Stream<String> columns = query.fields().stream().flatMap(RowFieldSql::columns);
    List<Metric> metrics = query.fields().stream()
        .flatMap(field -> field instanceof RowsQuery.Field.Sum(Metric of) ? Stream.of(of) : Stream.of()).distinct().toList();
    Reading reading = new Reading(visibility, null, query.billingMonth(), query.filter(), columns, metrics);
    List<Long> count = read(reading, new ArrayList<>(), (dsl, lines) -> {
      List<SelectField<?>> fields = new ArrayList<>();
      for (RowsQuery.Field field : query.fields()) {
        fields.add(RowFieldSql.field(field, lines::amount).as("field" + fields.size()));
      }
      long rows = 0;
      try (Cursor<? extends Record> cursor = dsl.select(fields).from(lines.table()).where(lines.condition()).orderBy(START).fetchLazy()) {
        for (Record row : cursor) {
          reader.accept(RowFieldSql.values(query.fields(), row));
          rows++;
        }
      }
      return List.of(rows);
    });
    return count.isEmpty() ? 0 : count.getFirst();
  }

  private static Condition found(Field<String> field, @Nullable String search) {
    return search == null || search.isEmpty() ? DSL.trueCondition()
        : DSL.condition(DSL.function("contains", Boolean.class, DSL.lower(field), DSL.val(search.toLowerCase(Locale.ROOT))));
  }

  @Override
  public SortedSet<YearMonth> months(Visibility visibility) {
    Field<LocalDateTime> month = DSL.field("date_trunc('month', {0})", LocalDateTime.class, START);
    return new TreeSet<>(read(Reading.of(visibility, null, CostFilter.EVERYTHING, Stream.of()),
        (dsl, lines) -> dsl.selectDistinct(month).from(lines.table()).where(lines.condition())
            .fetch(row -> YearMonth.from(row.value1()))));
  }

  @Override
  public SortedSet<String> currencies(Visibility visibility, TimeSpan span) {
    return new TreeSet<>(read(Reading.of(visibility, span, CostFilter.EVERYTHING, Stream.of(CostLine.CURRENCY)),
        (dsl, lines) -> dsl.selectDistinct(CURRENCY).from(lines.table()).where(lines.condition()).fetch(0, String.class)));
  }

  @Override
  public List<LinkedAccountCharges> linkedAccounts(Visibility visibility) {
    Field<String> account = RowValueSql.value(new GroupKey.ByDimension(Dimension.LINKED_ACCOUNT));
    Stream<String> columns = Stream.of(CostLine.CURRENCY, CostLine.columnOf(Metric.UNBLENDED_COST),
        Objects.requireNonNull(CostLine.columnOf(Dimension.LINKED_ACCOUNT)), Objects.requireNonNull(CostLine.columnOf(Dimension.LINKED_ACCOUNT_NAME)));
    Reading reading = new Reading(visibility, null, null, CostFilter.EVERYTHING, columns, List.of(Metric.UNBLENDED_COST));
    return read(reading, new ArrayList<>(), (dsl, lines) -> dsl
        .select(account, DSL.max(ACCOUNT_NAME), CURRENCY, DSL.sum(lines.amount(Metric.UNBLENDED_COST)), DSL.min(START), DSL.max(START))
        .from(lines.table()).where(lines.condition()).and(account.isNotNull())
        .groupBy(account, CURRENCY).orderBy(account, CURRENCY)
        .fetch(row -> new LinkedAccountCharges(
            row.value1(), row.value2(), row.value3(), row.value4(), YearMonth.from(row.value5()), YearMonth.from(row.value6()))));
  }

  /**
   * What a question reads.
   *
   * @param span the rows whose charge begins in it count; all rows when null
   * @param billingMonth the rows on that month's bill count; those of all bills when null
   * @param columns the columns the question reads, beside those of the filters; naming few makes the plan of many months quick
   * @param metrics what it sums; the rows that count for some of them are read. Where it sums nothing, the rows that may be seen at all
   */
  private record Reading(Visibility visibility, @Nullable TimeSpan span, @Nullable YearMonth billingMonth, CostFilter asked,
      Stream<String> columns, List<Metric> metrics) {
    static Reading of(Visibility visibility, @Nullable TimeSpan span, CostFilter asked, Stream<String> columns) {
      return new Reading(visibility, span, null, asked, columns, List.of());
    }

    /** What policies say of the rows, for each metric. */
    Map<Metric, Residual> rules() {
      Map<Metric, Residual> rules = new EnumMap<>(Metric.class);
      metrics.forEach(metric -> rules.put(metric, visibility.rules().rowsFor(metric)));
      return rules;
    }

    /** The rows that are read. */
    Residual rows() {
      return metrics.isEmpty() ? visibility.rules().rows() : Residual.any(rules().values());
    }

    boolean means(CostSegment segment) {
      return (billingMonth == null || billingMonth.equals(segment.month()))
          && (span == null || (!segment.lastStart().isBefore(span.start()) && segment.firstStart().isBefore(span.end())));
    }
  }

  /**
   * The lines a question may read, and which of them it means.
   *
   * @param rules when a line counts for a metric, where that is not for each line it means
   */
  private record Lines(Table<?> table, Condition condition, Map<Metric, Condition> rules) {
    /** What a line counts for the metric. */
    Field<BigDecimal> amount(Metric metric) {
      Field<BigDecimal> amount = DSL.field(DSL.name(CostLine.columnOf(metric)), BigDecimal.class);
      Condition rule = rules.get(metric);
      return rule == null ? amount : DSL.field("CASE WHEN {0} THEN {1} ELSE 0 END", BigDecimal.class, rule, amount);
    }
  }

  private <T> List<T> read(Reading reading, BiFunction<DSLContext, Lines, List<T>> question) {
    return read(reading, new ArrayList<>(), question);
  }

  /**
   * Runs a question over the visible, asked lines. This is the only way to the lines, so that no question can forget what may be seen.
   *
   * @param published filled with all published months of the owner, as the question saw them
   */
  private <T> List<T> read(Reading reading, List<CostSegment> published, BiFunction<DSLContext, Lines, List<T>> question) {
    Visibility visibility = reading.visibility();
    Residual rows = reading.rows();
    Map<Metric, Residual> rules = reading.rules();
    RowFacts facts = visibility.rules().facts();
    Set<String> needed = new TreeSet<>(Set.of(CostLine.START));
    Stream.of(reading.columns(), CostFilterSql.columns(visibility.rows()), CostFilterSql.columns(reading.asked()),
        RowRuleSql.columns(rows, facts), rules.values().stream().flatMap(rule -> RowRuleSql.columns(rule, facts)))
        .flatMap(part -> part).forEach(needed::add);
    try (SegmentAttachments.Lease lease = leased(visibility, reading::means, published)) {
      if (lease.tables().isEmpty() || rows.equals(Residual.FALSE)) {
        return List.of();
      }
      Table<?> table = united(lease.tables(), needed);
      return Objects.requireNonNull(engine.ask(dsl -> {
        RowRuleSql rendering = new RowRuleSql(dsl, table, facts, lease, combinationsMax);
        Condition condition = CostFilterSql.condition(visibility.rows()).and(CostFilterSql.condition(reading.asked()));
        if (!rows.equals(Residual.TRUE)) {
          condition = rows.accept(rendering).and(condition);
        }
        TimeSpan span = reading.span();
        if (span != null) {
          condition = START.ge(LocalDateTime.ofInstant(span.start(), ZoneOffset.UTC))
              .and(START.lt(LocalDateTime.ofInstant(span.end(), ZoneOffset.UTC))).and(condition);
        }
        Map<Metric, Condition> differing = new EnumMap<>(Metric.class);
        rules.forEach((metric, rule) -> {
          if (!rule.equals(rows)) {
            differing.put(metric, rule.accept(rendering));
          }
        });
        return question.apply(dsl, new Lines(table, condition, differing));
      }));
    }
  }

  /** The right to read the owner's months that are meant; taken anew when an import replaces one between finding and opening it. */
  private SegmentAttachments.Lease leased(Visibility visibility, Predicate<CostSegment> meant, List<CostSegment> published) {
    for (int attempt = 1; ; attempt++) {
      published.clear();
      published.addAll(segments.segments(visibility.dataOwner()));
      attachments.retireAllBut(visibility.dataOwner(), published);
      try {
        return attachments.lease(published.stream().filter(meant).toList());
      } catch (FileNotFoundException e) {
        if (attempt == ATTEMPTS_MAX) {
          throw new IllegalStateException("The file " + e.getMessage() + " of a published month is missing.", e);
        }
      }
    }
  }

  private static Table<?> united(List<MonthTable> tables, Set<String> columns) {
    String all = tables.stream().map(table -> table.reading(columns)).collect(Collectors.joining(" UNION ALL "));
    return DSL.table("(" + all + ")").as("lines");
  }
}
