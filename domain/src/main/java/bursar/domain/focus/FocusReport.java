package bursar.domain.focus;

import java.util.List;
import java.util.Map;

/**
 * What became of the rules on one file.
 *
 * @param file its name
 * @param version of FOCUS
 * @param rows how many rows were read
 * @param unreadable rows that could not be read as rows, with reasons
 * @param results one for each rule, in the rules' order
 */
public record FocusReport(String file, String version, long rows, List<Unreadable> unreadable, List<Result> results) {
  /** Copies the lists. */
  public FocusReport {
    unreadable = List.copyOf(unreadable);
    results = List.copyOf(results);
  }

  /** What became of a rule. */
  public enum Outcome {
    PASSED,
    FAILED,
    SKIPPED
  }

  /**
   * What became of one rule.
   *
   * @param reason why it was skipped, as a sentence; empty otherwise
   * @param rows how many rows break it; 0 where the file as a whole does
   * @param examples the first of those rows
   */
  public record Result(FocusRule rule, Outcome outcome, String reason, long rows, List<Example> examples) {
    /** Copies the examples. */
    public Result {
      examples = List.copyOf(examples);
    }
  }

  /**
   * A row that breaks a rule.
   *
   * @param row its number in the file; the first row of data is 1
   * @param values what it has in the columns the rule speaks of; a missing value is the empty text
   */
  public record Example(long row, Map<String, String> values) {}

  /**
   * A row that could not be read.
   *
   * @param row its number in the file
   * @param reason what is wrong with it
   */
  public record Unreadable(long row, String reason) {}

  /** The results with an outcome. */
  public List<Result> having(Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).toList();
  }

  /** Whether no binding rule is broken, and every row could be read. */
  public boolean conforms() {
    return unreadable.isEmpty()
        && results.stream().noneMatch(result -> result.outcome() == Outcome.FAILED && result.rule().keyword().binding());
  }
}
