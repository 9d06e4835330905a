package bursar.domain.forecast;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * What each of some consecutive days cost.
 *
 * @param firstDay the first of them
 * @param values one sum a day, in the order of the days; statistics are made of them, so binary numbers do
 */
@SuppressWarnings("ArrayRecordComponent")
record DailyHistory(LocalDate firstDay, double[] values) {
  /** The day after the last. */
  LocalDate end() {
    return firstDay.plusDays(values.length);
  }

  LocalDate day(int index) {
    return firstDay.plusDays(index);
  }

  /** The same days, with other values. */
  DailyHistory with(double[] others) {
    return new DailyHistory(firstDay, others);
  }

  /** From the first day with a value on: what was before has nothing to tell. */
  DailyHistory withoutEmptyBeginning() {
    int first = 0;
    while (first < values.length && values[first] == 0) {
      first++;
    }
    return new DailyHistory(firstDay.plusDays(first), Arrays.copyOfRange(values, first, values.length));
  }

  boolean neverNegative() {
    return Arrays.stream(values).allMatch(value -> value >= 0);
  }
}
