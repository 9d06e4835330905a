package bursar.domain.costs;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** When an import can be undone, for every keeper of published months; the sentences of those that cannot. */
public final class UndoRules {
  private UndoRules() {}

  /**
   * The import, if it is the owner's and did succeed.
   *
   * @throws Failure {@code NoSuchEntity}, or {@code ValidationException} when there is nothing of it to undo
   */
  public static CostImport undoable(Optional<CostImport> found, AccountId dataOwner, String importId) {
    CostImport known = found.filter(one -> one.dataOwner().equals(dataOwner)).orElseThrow(() ->
        new Failure("NoSuchEntity", "The account " + dataOwner + " has no import " + importId + "."));
    String why = switch (known.status()) {
      case SUCCEEDED -> "";
      case RUNNING -> "it still runs.";
      case FAILED -> "it failed, and changed nothing.";
      case UNCHANGED -> "it changed nothing.";
      case UNDONE -> "it was undone already.";
    };
    if (!why.isEmpty()) {
      throw refused(known, why);
    }
    return known;
  }

  /** Refuses when another import than this one published the month as it is now. */
  public static void refuseReplaced(CostImport undone, YearMonth month, List<CostSegment> now) {
    Optional<CostSegment> current = now.stream()
        .filter(segment -> segment.dataSet().equals(undone.dataSet()) && segment.month().equals(month)).findFirst();
    if (current.isEmpty()) {
      throw refused(undone, month + " is no longer there.");
    }
    if (!current.get().importId().equals(undone.importId())) {
      throw refused(undone, month + " was replaced by the later import " + current.get().importId() + ". Undo that one first.");
    }
  }

  /** The refusal of an import of which it is no longer known what a month was before. */
  public static Failure notKept(CostImport undone, YearMonth month) {
    return refused(undone, "what " + month + " was before is no longer kept: of each month only the last import can be undone.");
  }

  private static Failure refused(CostImport undone, String why) {
    return new Failure("ValidationException", "The import " + undone.importId() + " cannot be undone: " + why);
  }
}
