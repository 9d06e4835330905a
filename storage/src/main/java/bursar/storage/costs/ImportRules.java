package bursar.storage.costs;

import bursar.domain.Failure;
import bursar.domain.costs.CostImport;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an import checks of its files beyond reading them: that they are one owner's, and of the months their manifests say. */
final class ImportRules {
  private final CostSources sources;
  private final boolean severalPayers;
  private final Map<String, String> firstOfPayer = new LinkedHashMap<>();

  /**
   * The rules of one import.
   *
   * @param severalPayers whether reports of several payer accounts may be mixed
   */
  ImportRules(CostSources sources, boolean severalPayers) {
    this.sources = sources;
    this.severalPayers = severalPayers;
  }

  /** The deliveries that are imported. */
  List<CostImport.Delivery> deliveries() {
    return sources.deliveries();
  }

  /**
   * Notes the payer accounts of a Cost and Usage Report's file. Such a report has one payer; two of them in one data set are two owners'.
   *
   * @param firstRows the payers, each with its first row
   * @throws Failure {@code ValidationException} when there is more than one by now
   */
  void notePayers(String fileName, Map<String, Long> firstRows) {
    firstRows.forEach((payer, row) -> firstOfPayer.putIfAbsent(payer, "row " + row + " of " + fileName));
    if (!severalPayers && firstOfPayer.size() > 1) {
      String where = firstOfPayer.entrySet().stream().limit(3).map(payer -> payer.getKey() + " (" + payer.getValue() + ")")
          .collect(Collectors.joining(" and "));
      throw SourceFile.invalid("The rows are of several payer accounts (column bill_payer_account_id), " + where
          + ", so they are not one owner's. Import each payer's report for its own account, or say --several-payers if they belong together.");
    }
  }

  /** Refuses months that the manifests do not speak of. */
  void refuseOtherMonths(Set<YearMonth> found) {
    Set<YearMonth> delivered = new TreeSet<>();
    deliveries().forEach(delivery -> delivered.add(delivery.month()));
    if (!sources.plain().isEmpty()) {
      return;
    }
    for (YearMonth month : found) {
      if (!delivered.contains(month)) {
        throw SourceFile.invalid("The report's manifests are of " + delivered.stream().map(YearMonth::toString).collect(Collectors.joining(", "))
            + ", but its files have rows of " + month + ": they do not belong together.");
      }
    }
  }

  /** Whether what the engine says is that it could not write, rather than that it could not read. */
  static boolean isAboutWriting(String message) {
    return message.contains("No space left") || message.contains("File too large") || message.contains("Disk quota")
        || message.contains("Could not write") || message.contains("Could not truncate") || message.contains("max_temp_directory_size");
  }

  /** The refusal of an import for which there is no room. */
  static Failure noRoom(String step) {
    return new Failure("InsufficientStorage", "The disk of the cost data was full while " + step
        + ". Nothing was changed. Make room, about as much as the files take up, and import again.");
  }
}
