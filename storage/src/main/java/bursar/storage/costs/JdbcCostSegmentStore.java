package bursar.storage.costs;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostImport;
import bursar.domain.costs.CostSegment;
import bursar.domain.costs.CostSegmentStore;
import bursar.domain.costs.UndoRules;
import bursar.storage.state.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** What is published, and the history of imports, in the state database. Times are kept as milliseconds since 1970. */
public final class JdbcCostSegmentStore implements CostSegmentStore {
  private static final Table<Record> IMPORT = table(name("cost_import"));
  private static final Table<Record> PATH = table(name("cost_import_path"));
  private static final Table<Record> REFUSAL = table(name("cost_import_refusal"));
  private static final Table<Record> TOTAL = table(name("cost_import_total"));
  private static final Table<Record> DELIVERY = table(name("cost_import_delivery"));
  private static final Table<Record> NORMALISATION = table(name("cost_import_normalisation"));
  private static final Table<Record> SEGMENT = table(name("cost_segment"));
  private static final Table<Record> BEFORE = table(name("cost_segment_before"));

  private static final Field<String> IMPORT_ID = field(name("import_id"), String.class);
  private static final Field<String> DATA_OWNER = field(name("data_owner"), String.class);
  private static final Field<String> DATA_SET = field(name("data_set"), String.class);
  private static final Field<String> STATUS = field(name("status"), String.class);
  private static final Field<Long> STARTED_AT = field(name("started_at"), Long.class);
  private static final Field<Long> FINISHED_AT = field(name("finished_at"), Long.class);
  private static final Field<String> ASKED_BY = field(name("asked_by"), String.class);
  private static final Field<String> FORMAT = field(name("format"), String.class);
  private static final Field<Long> ROWS_READ = field(name("rows_read"), Long.class);
  private static final Field<Long> ROWS_REFUSED = field(name("rows_refused"), Long.class);
  private static final Field<String> FAILURE = field(name("failure"), String.class);
  private static final Field<Integer> POSITION = field(name("position"), Integer.class);
  private static final Field<String> PATH_TEXT = field(name("path"), String.class);
  private static final Field<String> FILE_NAME = field(name("file_name"), String.class);
  private static final Field<Long> FILE_ROW = field(name("file_row"), Long.class);
  private static final Field<String> REASON = field(name("reason"), String.class);
  private static final Field<String> MONTH = field(name("month"), String.class);
  private static final Field<String> CURRENCY = field(name("currency"), String.class);
  private static final Field<String> UNBLENDED_COST = field(name("unblended_cost"), String.class);
  private static final Field<Long> ROW_COUNT = field(name("row_count"), Long.class);
  private static final Field<String> CURRENCIES = field(name("currencies"), String.class);
  private static final Field<Long> FIRST_START = field(name("first_start"), Long.class);
  private static final Field<Long> LAST_START = field(name("last_start"), Long.class);
  private static final Field<String> EARLIER_IMPORT = field(name("earlier_import"), String.class);
  private static final Field<Long> UNDONE_AT = field(name("undone_at"), Long.class);
  private static final Field<String> UNDONE_BY = field(name("undone_by"), String.class);
  private static final Field<String> REPORT = field(name("report"), String.class);
  private static final Field<String> ASSEMBLY_ID = field(name("assembly_id"), String.class);
  private static final Field<String> COLUMN_NAME = field(name("column_name"), String.class);
  private static final Field<String> WHAT = field(name("what"), String.class);
  private static final Field<Long> FIRST_ROW = field(name("first_row"), Long.class);
  private static final Field<String> EXAMPLE = field(name("example"), String.class);

  private final Database database;

  /** The store in this database. */
  public JdbcCostSegmentStore(Database database) {
    this.database = database;
  }

  @Override
  public List<CostSegment> segments(AccountId dataOwner) {
    return segments(SEGMENT, IMPORT_ID, dataOwner, DATA_OWNER.eq(dataOwner.digits()));
  }

  private List<CostSegment> segments(Table<Record> where, Field<String> importId, AccountId dataOwner, Condition condition) {
    return database.dsl().select(DATA_SET, MONTH, FILE_NAME, importId, ROW_COUNT, CURRENCIES, FIRST_START, LAST_START)
        .from(where).where(condition).orderBy(DATA_SET, MONTH)
        .fetch(row -> new CostSegment(dataOwner, row.get(DATA_SET), YearMonth.parse(row.get(MONTH)), row.get(FILE_NAME), row.get(importId),
            row.get(ROW_COUNT), Set.of(row.get(CURRENCIES).split(",", -1)),
            Instant.ofEpochMilli(row.get(FIRST_START)), Instant.ofEpochMilli(row.get(LAST_START))));
  }

  @Override
  public Set<String> fileNames() {
    Set<String> names = new HashSet<>(database.dsl().select(FILE_NAME).from(SEGMENT).fetch(FILE_NAME));
    names.addAll(database.dsl().select(FILE_NAME).from(BEFORE).where(FILE_NAME.isNotNull()).fetch(FILE_NAME));
    return names;
  }

  @Override
  public List<CostImport.Delivery> deliveries(AccountId dataOwner, String dataSet) {
    Field<String> deliveredMonth = field(name("cost_import_delivery", "month"), String.class);
    return database.dsl().select(REPORT, deliveredMonth, ASSEMBLY_ID).from(DELIVERY).join(SEGMENT)
        .on(field(name("cost_import_delivery", "import_id"), String.class).eq(field(name("cost_segment", "import_id"), String.class)))
        .and(deliveredMonth.eq(field(name("cost_segment", "month"), String.class)))
        .where(DATA_OWNER.eq(dataOwner.digits())).and(DATA_SET.eq(dataSet)).orderBy(REPORT, deliveredMonth)
        .fetch(row -> new CostImport.Delivery(row.value1(), YearMonth.parse(row.value2()), row.value3()));
  }

  @Override
  public void publish(CostImport finished, List<CostSegment> segments) {
    var _ = database.inTransaction(() -> {
      record(finished);
      for (CostSegment segment : segments) {
        keepBefore(segment);
        publish(segment);
      }
      return null;
    });
  }

  private static Condition monthOf(AccountId owner, String dataSet, YearMonth month) {
    return DATA_OWNER.eq(owner.digits()).and(DATA_SET.eq(dataSet)).and(MONTH.eq(month.toString()));
  }

  private static Condition monthOf(CostSegment segment) {
    return monthOf(segment.dataOwner(), segment.dataSet(), segment.month());
  }

  /** Keeps what the month was, in place of what was kept for it. */
  private void keepBefore(CostSegment fresh) {
    var dsl = database.dsl();
    dsl.deleteFrom(BEFORE).where(monthOf(fresh)).execute();
    List<CostSegment> old = segments(SEGMENT, IMPORT_ID, fresh.dataOwner(), monthOf(fresh));
    var row = dsl.insertInto(BEFORE)
        .set(DATA_OWNER, fresh.dataOwner().digits()).set(DATA_SET, fresh.dataSet()).set(MONTH, fresh.month().toString())
        .set(IMPORT_ID, fresh.importId());
    for (CostSegment was : old) {
      row = row.set(FILE_NAME, was.fileName()).set(EARLIER_IMPORT, was.importId()).set(ROW_COUNT, was.rows())
          .set(CURRENCIES, String.join(",", was.currencies().stream().sorted().toList()))
          .set(FIRST_START, was.firstStart().toEpochMilli()).set(LAST_START, was.lastStart().toEpochMilli());
    }
    row.execute();
  }

  private void publish(CostSegment segment) {
    var dsl = database.dsl();
    dsl.deleteFrom(SEGMENT).where(monthOf(segment)).execute();
    dsl.insertInto(SEGMENT)
        .columns(DATA_OWNER, DATA_SET, MONTH, FILE_NAME, IMPORT_ID, ROW_COUNT, CURRENCIES, FIRST_START, LAST_START)
        .values(segment.dataOwner().digits(), segment.dataSet(), segment.month().toString(), segment.fileName(), segment.importId(),
            segment.rows(), String.join(",", segment.currencies().stream().sorted().toList()),
            segment.firstStart().toEpochMilli(), segment.lastStart().toEpochMilli())
        .execute();
  }

  @Override
  public CostImport undo(AccountId dataOwner, String importId, CostImport.Undone how) {
    return database.inTransaction(() -> {
      CostImport undone = UndoRules.undoable(find(importId), dataOwner, importId);
      List<CostSegment> now = segments(dataOwner);
      for (YearMonth month : undone.months()) {
        UndoRules.refuseReplaced(undone, month, now);
        bringBack(undone, month);
      }
      database.dsl().update(IMPORT).set(STATUS, CostImport.Status.UNDONE.name()).set(UNDONE_AT, how.at().toEpochMilli())
          .set(UNDONE_BY, how.by()).where(IMPORT_ID.eq(importId)).execute();
      return undone.undone(how);
    });
  }

  private void bringBack(CostImport undone, YearMonth month) {
    var dsl = database.dsl();
    Condition where = monthOf(undone.dataOwner(), undone.dataSet(), month);
    if (!dsl.fetchExists(dsl.selectOne().from(BEFORE).where(where).and(IMPORT_ID.eq(undone.importId())))) {
      throw UndoRules.notKept(undone, month);
    }
    List<CostSegment> before = segments(BEFORE, EARLIER_IMPORT, undone.dataOwner(), where.and(FILE_NAME.isNotNull()));
    dsl.deleteFrom(BEFORE).where(where).execute();
    dsl.deleteFrom(SEGMENT).where(where).execute();
    before.forEach(this::publish);
  }

  @Override
  public void record(CostImport costImport) {
    var _ = database.inTransaction(() -> {
      var dsl = database.dsl();
      Condition same = IMPORT_ID.eq(costImport.importId());
      List.of(PATH, REFUSAL, TOTAL, DELIVERY, NORMALISATION).forEach(part -> dsl.deleteFrom(part).where(same).execute());
      if (dsl.fetchExists(dsl.selectOne().from(IMPORT).where(same))) {
        dsl.update(IMPORT).set(STATUS, costImport.status().name()).set(FINISHED_AT, millis(costImport.finishedAt()))
            .set(FORMAT, costImport.format()).set(ROWS_READ, costImport.rowsRead()).set(ROWS_REFUSED, costImport.rowsRefused())
            .set(FAILURE, costImport.failure()).where(same).execute();
      } else {
        dsl.insertInto(IMPORT)
            .columns(IMPORT_ID, DATA_OWNER, DATA_SET, STATUS, STARTED_AT, FINISHED_AT, ASKED_BY, FORMAT, ROWS_READ, ROWS_REFUSED, FAILURE)
            .values(costImport.importId(), costImport.dataOwner().digits(), costImport.dataSet(), costImport.status().name(),
                costImport.startedAt().toEpochMilli(), millis(costImport.finishedAt()), costImport.by(), costImport.format(),
                costImport.rowsRead(), costImport.rowsRefused(), costImport.failure())
            .execute();
      }
      recordParts(costImport);
      return null;
    });
  }

  private void recordParts(CostImport costImport) {
    var dsl = database.dsl();
    int position = 0;
    for (String path : costImport.paths()) {
      dsl.insertInto(PATH).columns(IMPORT_ID, POSITION, PATH_TEXT).values(costImport.importId(), position++, path).execute();
    }
    position = 0;
    for (CostImport.Refusal refusal : costImport.refusals()) {
      dsl.insertInto(REFUSAL).columns(IMPORT_ID, POSITION, FILE_NAME, FILE_ROW, REASON)
          .values(costImport.importId(), position++, refusal.file(), refusal.row(), refusal.reason()).execute();
    }
    for (CostImport.MonthTotal total : costImport.totals()) {
      dsl.insertInto(TOTAL).columns(IMPORT_ID, MONTH, CURRENCY, UNBLENDED_COST, ROW_COUNT)
          .values(costImport.importId(), total.month().toString(), total.currency(), total.unblendedCost().toPlainString(), total.rows())
          .execute();
    }
    for (CostImport.Delivery delivery : costImport.deliveries()) {
      dsl.insertInto(DELIVERY).columns(IMPORT_ID, REPORT, MONTH, ASSEMBLY_ID)
          .values(costImport.importId(), delivery.report(), delivery.month().toString(), delivery.assemblyId()).execute();
    }
    position = 0;
    for (CostImport.Normalisation one : costImport.normalisations()) {
      dsl.insertInto(NORMALISATION).columns(IMPORT_ID, POSITION, FILE_NAME, COLUMN_NAME, WHAT, ROW_COUNT, FIRST_ROW, EXAMPLE)
          .values(costImport.importId(), position++, one.file(), one.column(), one.what(), one.rows(), one.firstRow(), one.example())
          .execute();
    }
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  @Override
  public Optional<CostImport> find(String importId) {
    return imports(IMPORT_ID.eq(importId), 1).stream().findFirst();
  }

  @Override
  public List<CostImport> running() {
    return imports(STATUS.eq(CostImport.Status.RUNNING.name()), Integer.MAX_VALUE);
  }

  @Override
  public List<CostImport> imports(AccountId dataOwner, int limit) {
    return imports(DATA_OWNER.eq(dataOwner.digits()), limit);
  }

  private List<CostImport> imports(Condition condition, int limit) {
    return database.dsl()
        .select(IMPORT_ID, DATA_OWNER, DATA_SET, STATUS, STARTED_AT, FINISHED_AT, ASKED_BY, FORMAT, ROWS_READ, ROWS_REFUSED, FAILURE,
            UNDONE_AT, UNDONE_BY)
        .from(IMPORT).where(condition).orderBy(STARTED_AT.desc(), IMPORT_ID).limit(limit)
        .fetch(this::read);
  }

  private CostImport read(Record row) {
    String importId = row.get(IMPORT_ID);
    var dsl = database.dsl();
    List<String> paths = dsl.select(PATH_TEXT).from(PATH).where(IMPORT_ID.eq(importId)).orderBy(POSITION).fetch(PATH_TEXT);
    List<CostImport.Refusal> refusals = dsl.select(FILE_NAME, FILE_ROW, REASON).from(REFUSAL).where(IMPORT_ID.eq(importId))
        .orderBy(POSITION).fetch(one -> new CostImport.Refusal(one.value1(), one.value2(), one.value3()));
    List<CostImport.MonthTotal> totals = dsl.select(MONTH, CURRENCY, UNBLENDED_COST, ROW_COUNT).from(TOTAL)
        .where(IMPORT_ID.eq(importId)).orderBy(MONTH, CURRENCY)
        .fetch(one -> new CostImport.MonthTotal(YearMonth.parse(one.value1()), one.value2(), new BigDecimal(one.value3()), one.value4()));
    List<CostImport.Delivery> deliveries = dsl.select(REPORT, MONTH, ASSEMBLY_ID).from(DELIVERY).where(IMPORT_ID.eq(importId))
        .orderBy(REPORT, MONTH).fetch(one -> new CostImport.Delivery(one.value1(), YearMonth.parse(one.value2()), one.value3()));
    List<CostImport.Normalisation> normalisations = dsl.select(FILE_NAME, COLUMN_NAME, WHAT, ROW_COUNT, FIRST_ROW, EXAMPLE)
        .from(NORMALISATION).where(IMPORT_ID.eq(importId)).orderBy(POSITION).fetch(one -> new CostImport.Normalisation(
            one.value1(), one.value2(), one.value3(), one.value4(), one.value5(), one.value6()));
    Long finishedAt = row.get(FINISHED_AT);
    Long undoneAt = row.get(UNDONE_AT);
    return new CostImport(importId, new AccountId(row.get(DATA_OWNER)), row.get(DATA_SET), CostImport.Status.valueOf(row.get(STATUS)),
        Instant.ofEpochMilli(row.get(STARTED_AT)), finishedAt == null ? null : Instant.ofEpochMilli(finishedAt), row.get(ASKED_BY), paths,
        row.get(FORMAT), row.get(ROWS_READ), row.get(ROWS_REFUSED), refusals, totals, row.get(FAILURE), normalisations, deliveries,
        undoneAt == null ? null : new CostImport.Undone(Instant.ofEpochMilli(undoneAt), row.get(UNDONE_BY)));
  }
}
