package bursar.domain.costs;

import bursar.domain.accounts.AccountId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
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
    @Nullable String failure) {

  /** How many refused rows the history names one by one; all are counted. */
  public static final int REFUSALS_KEPT = 100;

  /** The name of a data set when none is given. */
  public static final String DEFAULT_DATA_SET = "main";

  /** Where an import stands. */
  public enum Status {
    RUNNING,
    SUCCEEDED,
    FAILED
  }

  /** Copies the lists. */
  public CostImport {
    paths = List.copyOf(paths);
    refusals = List.copyOf(refusals);
    totals = List.copyOf(totals);
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
}
