package bursar.domain.costs;

import bursar.domain.accounts.AccountId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as its history keeps it: who brought what, and what became of it.
 *
 * @param importId names it among all imports
 * @param dataOwner the account that owns the data, whatever payer the files show
 * @param dataSet the owner's data set whose months it replaces
 * @param status where it stands
 * @param finishedAt when it ended; null while it runs
 * @param by who asked for it: a principal's ARN, or the operator
 * @param paths the files and folders it was given, as given
 * @param format what the files are, such as {@code AWS CUR (legacy)}; several are joined with a comma; empty until known
 * @param rowsRead how many rows the files have
 * @param rowsRefused how many of them could not be read
 * @param refusals the first {@value #REFUSALS_KEPT} of those, with reasons
 * @param totals what was loaded, by month and currency
 * @param failure why it failed, as a sentence; null unless it failed
 * @param normalisations what was written otherwise than its format prescribes, and was read nevertheless
 * @param deliveries the deliveries of reports it took, by what their manifests say; empty when it was given plain files
 * @param undone when and by whom it was undone; null unless it was
 */
public record CostImport(
    String importId,
    AccountId dataOwner,
    String dataSet,
    Status status,
    Instant startedAt,
    @Nullable Instant finishedAt,
    String by,
    List<String> paths,
    String format,
    long rowsRead,
    long rowsRefused,
    List<Refusal> refusals,
    List<MonthTotal> totals,
    @Nullable String failure,
    List<Normalisation> normalisations,
    List<Delivery> deliveries,
    @Nullable Undone undone) {

  /** How many refused rows the history names one by one; all are counted. */
  public static final int REFUSALS_KEPT = 100;

  /** The name of a data set when none is given. */
  public static final String DEFAULT_DATA_SET = "main";

  /** Where an import stands. */
  public enum Status {
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** Every delivery it was given is published already, so that there was nothing to do. */
    UNCHANGED,
    /** It succeeded, and was taken back later. */
    UNDONE
  }

  /** Copies the lists. */
  public CostImport {
    paths = List.copyOf(paths);
    refusals = List.copyOf(refusals);
    totals = List.copyOf(totals);
    normalisations = List.copyOf(normalisations);
    deliveries = List.copyOf(deliveries);
  }

  /** An import of plain files in which everything was written as prescribed. */
  public CostImport(
      String importId, AccountId dataOwner, String dataSet, Status status, Instant startedAt, @Nullable Instant finishedAt, String by,
      List<String> paths, String format, long rowsRead, long rowsRefused, List<Refusal> refusals, List<MonthTotal> totals,
      @Nullable String failure) {
    this(importId, dataOwner, dataSet, status, startedAt, finishedAt, by, paths, format, rowsRead, rowsRefused, refusals, totals, failure,
        List.of(), List.of(), null);
  }

  /** The months it replaced, each once, in order. */
  public List<YearMonth> months() {
    return totals.stream().map(MonthTotal::month).distinct().sorted().toList();
  }

  /**
   * The record of this import once it has failed: nothing of it was loaded.
   *
   * @param at when it failed
   * @param sentence why
   */
  public CostImport failed(Instant at, String sentence) {
    return new CostImport(
        importId, dataOwner, dataSet, Status.FAILED, startedAt, at, by, paths, format, 0, 0, List.of(), List.of(), sentence);
  }

  /**
   * The record of this import once it turned out that all it was given is published already.
   *
   * @param at when that was found
   * @param published what is published already
   */
  public CostImport unchanged(Instant at, List<Delivery> published) {
    return new CostImport(importId, dataOwner, dataSet, Status.UNCHANGED, startedAt, at, by, paths, format, 0, 0, List.of(), List.of(), null,
        List.of(), published, null);
  }

  /** The record of this import, which succeeded, once it was taken back. */
  public CostImport undone(Undone how) {
    return new CostImport(importId, dataOwner, dataSet, Status.UNDONE, startedAt, finishedAt, by, paths, format, rowsRead, rowsRefused,
        refusals, totals, failure, normalisations, deliveries, how);
  }

  /**
   * A row that could not be read.
   *
   * @param file the file's name
   * @param row its number in the file; the first row of data is 1
   * @param reason what is wrong with it, naming the column
   */
  public record Refusal(String file, long row, String reason) {}

  /**
   * What one month of an import came to.
   *
   * @param month the billing month
   * @param currency three letters
   * @param rows how many rows were loaded
   */
  public record MonthTotal(YearMonth month, String currency, BigDecimal unblendedCost, long rows) {}

  /**
   * Something written otherwise than the format prescribes, which could be read nevertheless.
   *
   * @param file the file's name
   * @param column the column's name, or empty when it is about several
   * @param what what was done, as a phrase: {@code date and time read as UTC}
   * @param rows in how many rows
   * @param firstRow the first of them; 0 when it is about the whole file
   * @param example what that row has; null where nothing is to be shown
   */
  public record Normalisation(String file, String column, String what, long rows, long firstRow, @Nullable String example) {}

  /**
   * One delivery of a report, as its manifest says.
   *
   * @param report the report's or export's name
   * @param month the billing period
   * @param assemblyId the delivery's id; a report that is delivered anew has another one
   */
  public record Delivery(String report, YearMonth month, String assemblyId) {
    /** By report and month. */
    public static final Comparator<Delivery> ORDER = Comparator.comparing(Delivery::report).thenComparing(Delivery::month);
  }

  /**
   * The end of an import that was taken back.
   *
   * @param at when
   * @param by who asked for it: a principal's ARN, or the operator
   */
  public record Undone(Instant at, String by) {}
}
