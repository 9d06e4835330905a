package bursar.domain.exports;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of an export.
 *
 * @param id names it among all
 * @param exportId which export ran
 * @param status how it stands
 * @param reason why it failed, in AWS's terms; null unless it did
 * @param sentence what happened, for people; empty while it runs
 * @param months the billing months it delivered
 * @param rows how many rows it delivered
 * @param created when it was asked for
 * @param updated when its status last changed
 * @param completed when it ended; null until then
 */
public record ExportExecution(
    String id,
    String exportId,
    Status status,
    @Nullable Reason reason,
    String sentence,
    List<YearMonth> months,
    long rows,
    Instant created,
    Instant updated,
    @Nullable Instant completed) {

  /** Copies the months. */
  public ExportExecution {
    months = List.copyOf(months);
  }

  /** How a run stands, with Data Exports' names. */
  public enum Status {
    QUERY_QUEUED,
    QUERY_IN_PROCESS,
    QUERY_FAILURE,
    DELIVERY_IN_PROCESS,
    DELIVERY_SUCCESS,
    DELIVERY_FAILURE;

    /** Whether the run has ended. */
    public boolean ended() {
      return this == QUERY_FAILURE || this == DELIVERY_SUCCESS || this == DELIVERY_FAILURE;
    }
  }

  /** Why a run failed, with Data Exports' names. */
  public enum Reason {
    INSUFFICIENT_PERMISSION,
    INTERNAL_FAILURE
  }

  /** The run in another state. */
  public ExportExecution at(Status next, Instant when) {
    return new ExportExecution(id, exportId, next, reason, sentence, months, rows, created, when, next.ended() ? when : null);
  }

  /** The run once it has failed. */
  public ExportExecution failed(Status next, Reason why, String what, Instant when) {
    return new ExportExecution(id, exportId, next, why, what, List.of(), 0, created, when, when);
  }

  /** The run once it has delivered. */
  public ExportExecution delivered(List<YearMonth> what, long count, Instant when) {
    return new ExportExecution(id, exportId, Status.DELIVERY_SUCCESS, null, "Delivered " + count + " rows of " + what.size()
        + (what.size() == 1 ? " month." : " months."), what, count, created, when, when);
  }
}
