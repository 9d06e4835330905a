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
import bursar.domain.costs.TagsQuery;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.Visibility;
import java.io.FileNotFoundException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Answers questions from the published months' files. */
final class DuckDbCostStore implements CostStore {
  /** How often a question is begun anew because an import replaced a file between finding and opening it. */
  private static final int ATTEMPTS_MAX = 10;

  private static final Field<LocalDateTime> START = DSL.field(DSL.name(CostLine.START), LocalDateTime.class);
  private static final Field<String> CURRENCY = DSL.field(DSL.name(CostLine.CURRENCY), String.class);
  private static final Field<String> UNIT = DSL.field(DSL.name(CostLine.UNIT), String.class);

  private final CostEngine engine;
  private final CostSegmentStore segments;
  private final SegmentAttachments attachments;

  DuckDbCostStore(CostEngine engine, CostSegmentStore segments, SegmentAttachments attachments) {
    this.engine = engine;
    this.segments = segments;
    this.attachments = attachments;
  }

  @Override
  public CostAnswer query(Visibility visibility, CostQuery query) {
    PeriodCalendar calendar = PeriodCalendar.of(query.span(), query.granularity());
    List<CostSegment> published = new ArrayList<>();
    List<SummedRow> rows = read(visibility, query.span(), query.filter(), columnsOf(query), published,
        (dsl, lines) -> summed(dsl, lines, query));
    if (query.metrics().stream().anyMatch(Metric::isMoney)) {
      refuseSeveral(rows.stream().flatMap(row -> row.currencies().stream()).collect(Collectors.toCollection(TreeSet::new)));
    }
    return new AnswerAssembly(query, calendar, currencyOfNothing(published)).answer(rows);
  }

  private static Stream<String> columnsOf(CostQuery query) {
    Stream<String> keys = query.groupBy().stream().map(key -> switch (key) {
      case GroupKey.ByDimension by -> CostLine.columnOf(by.dimension());
      case GroupKey.ByTag by -> CostLine.TAGS;
    });
    return Stream.concat(Stream.of(CostLine.CURRENCY, CostLine.UNIT), Stream.concat(keys, query.metrics().stream().map(CostLine::columnOf)));
  }

  private static List<SummedRow> summed(DSLContext dsl, Lines lines, CostQuery query) {
    Field<LocalDateTime> period = DSL.field("date_trunc({0}, {1})", LocalDateTime.class, DSL.inline(truncation(query)), START).as("period");
    List<SelectField<?>> inner = new ArrayList<>(List.of(period, CURRENCY, UNIT));
    List<Field<String>> keys = new ArrayList<>();
    for (GroupKey key : query.groupBy()) {
      Field<String> value = switch (key) {
        case GroupKey.ByDimension by -> CostFilterSql.dimension(by.dimension());
        case GroupKey.ByTag by -> CostFilterSql.tag(by.key());
      };
      Field<String> named = DSL.coalesce(value, DSL.inline("")).as("key" + keys.size());
      inner.add(named);
      keys.add(DSL.field(named.getUnqualifiedName(), String.class));
    }
    List<Field<BigDecimal>> sums = new ArrayList<>();
    for (Metric metric : query.metrics()) {
      Field<BigDecimal> amount = DSL.field(DSL.name(CostLine.columnOf(metric)), BigDecimal.class);
      inner.add(amount);
      sums.add(DSL.sum(amount));
    }
    Field<LocalDateTime> periodName = DSL.field(DSL.name("period"), LocalDateTime.class);
    List<SelectField<?>> outer = new ArrayList<>(List.of(periodName));
    outer.addAll(keys);
    outer.addAll(List.of(DSL.min(CURRENCY), DSL.max(CURRENCY), DSL.min(UNIT), DSL.max(UNIT)));
    outer.addAll(sums);
    List<Field<?>> grouping = new ArrayList<>(keys);
    grouping.add(periodName);
    Result<? extends Record> result = dsl.select(outer).from(dsl.select(inner).from(lines.table()).where(lines.condition()).asTable("asked"))
        .groupBy(grouping).fetch();
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
    Field<String> field = CostFilterSql.dimension(query.dimension());
    Field<String> description = query.dimension() == Dimension.LINKED_ACCOUNT
        ? DSL.max(CostFilterSql.dimension(Dimension.LINKED_ACCOUNT_NAME)) : DSL.inline((String) null);
    Stream<String> columns = Stream.of(CostLine.columnOf(query.dimension()), CostLine.columnOf(Dimension.LINKED_ACCOUNT_NAME));
    return read(visibility, query.span(), query.filter(), columns, new ArrayList<>(), (dsl, lines) -> dsl.select(field, description)
        .from(lines.table()).where(lines.condition()).and(field.isNotNull()).and(found(field, query.search()))
        .groupBy(field).orderBy(field)
        .fetch(row -> new DimensionValue(row.value1(), row.value2())));
  }

  @Override
  public List<String> tagKeys(Visibility visibility, TagsQuery query) {
    Field<String> key = DSL.field(DSL.name("tag_key"), String.class);
    Field<String> keys = DSL.field("unnest(map_keys({0}))", String.class, DSL.field(DSL.name(CostLine.TAGS))).as("tag_key");
    return read(visibility, query.span(), query.filter(), Stream.of(CostLine.TAGS), new ArrayList<>(), (dsl, lines) -> dsl.selectDistinct(key)
        .from(dsl.select(keys).from(lines.table()).where(lines.condition()).asTable("tagged"))
        .where(found(key, query.search())).orderBy(key).fetch(0, String.class));
  }

  @Override
  public List<String> tagValues(Visibility visibility, String tagKey, TagsQuery query) {
    Field<String> value = DSL.field(DSL.name("tag_value"), String.class);
    return read(visibility, query.span(), query.filter(), Stream.of(CostLine.TAGS), new ArrayList<>(), (dsl, lines) -> dsl.selectDistinct(value)
        .from(dsl.select(CostFilterSql.tag(tagKey).as("tag_value")).from(lines.table()).where(lines.condition()).asTable("tagged"))
        .where(value.isNotNull()).and(found(value, query.search())).orderBy(value).fetch(0, String.class));
  }

  private static Condition found(Field<String> field, @Nullable String search) {
    return search == null || search.isEmpty() ? DSL.trueCondition()
        : DSL.condition(DSL.function("contains", Boolean.class, DSL.lower(field), DSL.val(search.toLowerCase(Locale.ROOT))));
  }

  @Override
  public SortedSet<YearMonth> months(Visibility visibility) {
    Field<LocalDateTime> month = DSL.field("date_trunc('month', {0})", LocalDateTime.class, START);
    return new TreeSet<>(read(visibility, null, CostFilter.EVERYTHING, Stream.of(), new ArrayList<>(),
        (dsl, lines) -> dsl.selectDistinct(month).from(lines.table()).where(lines.condition())
            .fetch(row -> YearMonth.from(row.value1()))));
  }

  @Override
  public SortedSet<String> currencies(Visibility visibility, TimeSpan span) {
    return new TreeSet<>(read(visibility, span, CostFilter.EVERYTHING, Stream.of(CostLine.CURRENCY), new ArrayList<>(),
        (dsl, lines) -> dsl.selectDistinct(CURRENCY).from(lines.table()).where(lines.condition()).fetch(0, String.class)));
  }

  @Override
  public List<LinkedAccountCharges> linkedAccounts(Visibility visibility) {
    Field<String> account = CostFilterSql.dimension(Dimension.LINKED_ACCOUNT);
    Field<String> name = DSL.max(CostFilterSql.dimension(Dimension.LINKED_ACCOUNT_NAME));
    Field<BigDecimal> sum = DSL.sum(DSL.field(DSL.name(CostLine.columnOf(Metric.UNBLENDED_COST)), BigDecimal.class));
    Stream<String> columns = Stream.of(CostLine.CURRENCY, CostLine.columnOf(Metric.UNBLENDED_COST), CostLine.columnOf(Dimension.LINKED_ACCOUNT),
        CostLine.columnOf(Dimension.LINKED_ACCOUNT_NAME));
    return read(visibility, null, CostFilter.EVERYTHING, columns, new ArrayList<>(), (dsl, lines) -> dsl
        .select(account, name, CURRENCY, sum, DSL.min(START), DSL.max(START))
        .from(lines.table()).where(lines.condition()).and(account.isNotNull())
        .groupBy(account, CURRENCY).orderBy(account, CURRENCY)
        .fetch(row -> new LinkedAccountCharges(
            row.value1(), row.value2(), row.value3(), row.value4(), YearMonth.from(row.value5()), YearMonth.from(row.value6()))));
  }

  /** The lines a question may read, and which of them it means. */
  private record Lines(Table<?> table, Condition condition) {}

  /**
   * Runs a question over the visible, asked lines. This is the only way to the lines, so that no question can forget what may be seen.
   *
   * @param span the rows whose charge begins in it count; all rows when null
   * @param columns the columns the question reads, beside those of the filters; naming few makes the plan of many months quick
   * @param published filled with all published months of the owner, as the question saw them
   */
  private <T> List<T> read(Visibility visibility, @Nullable TimeSpan span, CostFilter asked, Stream<String> columns,
      List<CostSegment> published, BiFunction<DSLContext, Lines, List<T>> question) {
    Set<String> needed = new TreeSet<>(Set.of(CostLine.START));
    Stream.of(columns, CostFilterSql.columns(visibility.rows()), CostFilterSql.columns(asked)).flatMap(part -> part).forEach(needed::add);
    for (int attempt = 1; ; attempt++) {
      published.clear();
      published.addAll(segments.segments(visibility.dataOwner()));
      attachments.retireAllBut(visibility.dataOwner(), published);
      List<CostSegment> months = published.stream().filter(segment -> span == null || overlaps(segment, span)).toList();
      if (months.isEmpty()) {
        return List.of();
      }
      try (SegmentAttachments.Lease lease = attachments.lease(months)) {
        Condition condition = CostFilterSql.condition(visibility.rows()).and(CostFilterSql.condition(asked));
        if (span != null) {
          condition = START.ge(LocalDateTime.ofInstant(span.start(), ZoneOffset.UTC))
              .and(START.lt(LocalDateTime.ofInstant(span.end(), ZoneOffset.UTC))).and(condition);
        }
        Lines lines = new Lines(united(lease.tables(), needed), condition);
        return Objects.requireNonNull(engine.ask(dsl -> question.apply(dsl, lines)));
      } catch (FileNotFoundException e) {
        if (attempt == ATTEMPTS_MAX) {
          throw new IllegalStateException("The file " + e.getMessage() + " of a published month is missing.", e);
        }
      }
    }
  }

  private static boolean overlaps(CostSegment segment, TimeSpan span) {
    return !segment.lastStart().isBefore(span.start()) && segment.firstStart().isBefore(span.end());
  }

  private static Table<?> united(List<String> tables, Set<String> columns) {
    String names = String.join(", ", columns);
    String all = tables.stream().map(table -> "SELECT " + names + " FROM " + table).collect(Collectors.joining(" UNION ALL "));
    return DSL.table("(" + all + ")").as("lines");
  }
}
