package bursar.operations.bursar;

import bursar.domain.costs.CostImport;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as callers see it.
 *
 * @param importId names it
 * @param accountId the owner of the data
 * @param status {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED}, {@code UNCHANGED} or {@code UNDONE}
 * @param startedAt when it began
 * @param finishedAt when it ended; null while it runs
 * @param by who asked for it
 * @param paths what it was given
 * @param format what the files are
 * @param rowsRead how many rows they have
 * @param rowsRefused how many of them could not be read
 * @param refusals the first of those, with reasons
 * @param months the months it replaced
 * @param totals what was loaded
 * @param failure why it failed; null unless it failed
 * @param dataSet the data set whose months it replaced
 * @param normalisations what was written otherwise than its format prescribes, and was read nevertheless
 * @param deliveries the deliveries of reports it took, by their manifests
 * @param undoneAt when it was undone; null unless it was
 * @param undoneBy who undid it; null unless it was undone
 */
public record CostImportReport(
    String importId,
    String accountId,
    String status,
    Instant startedAt,
    @Nullable Instant finishedAt,
    String by,
    List<String> paths,
    String format,
    Long rowsRead,
    Long rowsRefused,
    List<Refusal> refusals,
    List<String> months,
    List<Total> totals,
    @Nullable String failure,
    String dataSet,
    List<Normalisation> normalisations,
    List<Delivery> deliveries,
    @Nullable Instant undoneAt,
    @Nullable String undoneBy) {

  /** A row that could not be read. */
  public record Refusal(String file, Long row, String reason) {}

  /** What one month came to, in one currency. */
  public record Total(String month, String currency, BigDecimal unblendedCost, Long rows) {}

  /** What was read although it is written otherwise than prescribed; the first row is 0 when it is about the whole file. */
  public record Normalisation(String file, String column, String what, Long rows, Long firstRow, @Nullable String example) {}

  /** A delivery of a report. */
  public record Delivery(String report, String month, String assemblyId) {}

  static CostImportReport of(CostImport told) {
    CostImport.Undone undone = told.undone();
    return new CostImportReport(told.importId(), told.dataOwner().digits(), told.status().name(), told.startedAt(), told.finishedAt(),
        told.by(), told.paths(), told.format(), told.rowsRead(), told.rowsRefused(),
        told.refusals().stream().map(refusal -> new Refusal(refusal.file(), refusal.row(), refusal.reason())).toList(),
        told.months().stream().map(YearMonth::toString).toList(),
        told.totals().stream()
            .map(total -> new Total(total.month().toString(), total.currency(), total.unblendedCost(), total.rows()))
            .toList(),
        told.failure(), told.dataSet(),
        told.normalisations().stream()
            .map(one -> new Normalisation(one.file(), one.column(), one.what(), one.rows(), one.firstRow(), one.example()))
            .toList(),
        told.deliveries().stream().map(one -> new Delivery(one.report(), one.month().toString(), one.assemblyId())).toList(),
        undone == null ? null : undone.at(), undone == null ? null : undone.by());
  }
}
