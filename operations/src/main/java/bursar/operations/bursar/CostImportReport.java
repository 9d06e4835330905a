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
 * @param status {@code RUNNING}, {@code SUCCEEDED} or {@code FAILED}
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
    @Nullable String failure) {

  /** A row that could not be read. */
  public record Refusal(String file, Long row, String reason) {}

  /** What one month came to, in one currency. */
  public record Total(String month, String currency, BigDecimal unblendedCost, Long rows) {}

  static CostImportReport of(CostImport told) {
    return new CostImportReport(told.importId(), told.dataOwner().digits(), told.status().name(), told.startedAt(), told.finishedAt(),
        told.by(), told.paths(), told.format(), told.rowsRead(), told.rowsRefused(),
        told.refusals().stream().map(refusal -> new Refusal(refusal.file(), refusal.row(), refusal.reason())).toList(),
        told.months().stream().map(YearMonth::toString).toList(),
        told.totals().stream()
            .map(total -> new Total(total.month().toString(), total.currency(), total.unblendedCost(), total.rows()))
            .toList(),
        told.failure());
  }
}
