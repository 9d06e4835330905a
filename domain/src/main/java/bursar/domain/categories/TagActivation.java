package bursar.domain.categories;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a cost allocation tag is active, and in which months answers leave it out.
 *
 * @param key the tag's key
 * @param active whether it is active now
 * @param updated when that was last changed
 * @param hidden the months in which rows count as having no such tag, in order
 */
public record TagActivation(String key, boolean active, Instant updated, List<Months> hidden) {
  /** Copies the months. */
  public TagActivation {
    hidden = List.copyOf(hidden);
  }

  /**
   * Months in a row.
   *
   * @param from the first
   * @param until the first that is no longer meant
   */
  public record Months(YearMonth from, YearMonth until) {}

  /** Later than any month of costs. */
  static final YearMonth EVER = YearMonth.of(9999, 12);

  /** Whether answers leave it out in that month. */
  public boolean hiddenIn(YearMonth month) {
    return hidden.stream().anyMatch(one -> !month.isBefore(one.from()) && month.isBefore(one.until()));
  }

  /** The same, active or not from that month on. */
  TagActivation turned(boolean nowActive, YearMonth from, Instant at) {
    List<Months> months = new ArrayList<>();
    for (Months one : hidden) {
      YearMonth until = one.until().isAfter(from) ? from : one.until();
      if (one.from().isBefore(until)) {
        months.add(new Months(one.from(), until));
      }
    }
    if (!nowActive) {
      months.add(new Months(from, EVER));
    }
    return new TagActivation(key, nowActive, at, months);
  }
}
