package bursar.domain.costs;

import bursar.domain.accounts.AccountId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;

/**
 * One published month of one data set: the name of an immutable file of rows, and what is known of them without opening it.
 *
 * @param dataOwner the account that owns the data
 * @param dataSet the owner's data set
 * @param month the billing month; a charge in it may begin outside it
 * @param fileName the file, relative to the cost store's folder
 * @param importId the import that wrote it
 * @param rows how many rows it has
 * @param currencies the currencies of its rows
 * @param firstStart when its first charge begins
 * @param lastStart when its last charge begins
 */
public record CostSegment(
    AccountId dataOwner,
    String dataSet,
    YearMonth month,
    String fileName,
    String importId,
    long rows,
    Set<String> currencies,
    Instant firstStart,
    Instant lastStart) {
  /** Copies the currencies. */
  public CostSegment {
    currencies = Set.copyOf(currencies);
  }
}
